// The words of the language. Every character of a source becomes part of exactly one token, white space aside,
// so the lexer itself never fails: what is wrong gets a token type of its own and a message from the compiler.
lexer grammar RpcidlLexer;

channels { COMMENTS }

// Words that the grammar needs. All of them are names too, see `identifier` in the parser.
RPCIDL: 'rpcidl';
PACKAGE: 'package';
IMPORT: 'import';
AS: 'as';
CONST: 'const';
TYPE: 'type';
ENUM: 'enum';
CLOSED: 'closed';
OPEN: 'open';
STRUCT: 'struct';
UNION: 'union';
ERROR: 'error';
REJECTS: 'rejects';
SERVICE: 'service';
RESERVED: 'reserved';
READONLY: 'readonly';
IDEMPOTENT: 'idempotent';
ONEWAY: 'oneway';
THROWS: 'throws';

IDENTIFIER: [A-Za-z] [A-Za-z0-9_]*;

INTEGER: DECIMAL | '0x' [0-9A-Fa-f]+;
FLOAT: DECIMAL ('.' [0-9]+ EXPONENT? | EXPONENT);
DURATION: DECIMAL ('ns' | 'us' | 'ms' | 's' | 'm' | 'h');
STRING: '"' STRING_PART* '"';

LEFT_BRACE: '{';
RIGHT_BRACE: '}';
LEFT_PARENTHESIS: '(';
RIGHT_PARENTHESIS: ')';
LEFT_BRACKET: '[';
RIGHT_BRACKET: ']';
LESS: '<';
GREATER: '>';
SEMICOLON: ';';
COLON: ':';
COMMA: ',';
RANGE: '..';
DOT: '.';
EQUALS: '=';
QUESTION: '?';
AT: '@';
MINUS: '-';

// Four slashes and more are an ordinary comment: the lines that people draw.
DOCUMENTATION: '///' (~[/\r\n] ~[\r\n]*)? -> channel(COMMENTS);
LINE_COMMENT: '//' ~[\r\n]* -> channel(COMMENTS);
BLOCK_COMMENT: '/*' COMMENT_PART* '*'+ '/' -> channel(COMMENTS);
WHITE_SPACE: [ \t\r\n]+ -> skip;

// What is wrong. These come last, so that a token that is right wins where both have the same length.
UNTERMINATED_COMMENT: '/*' COMMENT_PART* '*'* EOF -> channel(COMMENTS);
UNTERMINATED_STRING: '"' STRING_PART* '\\'?;
MALFORMED_NUMBER: [0-9] [0-9A-Za-z_]* ('.' [0-9] [0-9A-Za-z_]*)?;
MALFORMED_NAME: ([A-Za-z0-9_] | ~[\u0000-\u007F])+;
UNKNOWN_CHARACTER: .;

fragment DECIMAL: '0' | [1-9] [0-9]*;
fragment EXPONENT: [eE] [+-]? [0-9]+;
fragment STRING_PART: ~["\\\r\n] | '\\' ~[\r\n];
fragment COMMENT_PART: ~'*' | '*'+ ~[*/];
