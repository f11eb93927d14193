// The sentences of the language, without ambiguity. It accepts a little more than is legal (streams and `?` anywhere
// a type stands, several modifiers, a header of any version, imports in any place), because the compiler says better
// what is wrong there.
parser grammar RpcidlParser;

options { tokenVocab = RpcidlLexer; }

file: fileMember* EOF;
fileMember: header | packageDeclaration | importDeclaration | definition;

header: RPCIDL INTEGER SEMICOLON;

packageDeclaration: PACKAGE dottedName annotation* SEMICOLON;

importDeclaration: IMPORT STRING AS identifier SEMICOLON;

definition
    : constantDefinition
    | namedTypeDefinition
    | enumDefinition
    | structDefinition
    | unionDefinition
    | errorDefinition
    | serviceDefinition
    ;

constantDefinition: CONST type identifier EQUALS literal annotation* SEMICOLON;

namedTypeDefinition: TYPE identifier EQUALS type annotation* SEMICOLON;

enumDefinition: CLOSED? ENUM identifier annotation* enumBody;
enumBody: LEFT_BRACE enumMember* RIGHT_BRACE;
enumMember: enumValue | reserved;
enumValue: identifier EQUALS INTEGER annotation* SEMICOLON;

structDefinition: OPEN? STRUCT identifier annotation* structBody;
errorDefinition: ERROR identifier REJECTS? annotation* structBody;
structBody: LEFT_BRACE structMember* RIGHT_BRACE;
structMember: field | reserved;
field: INTEGER COLON type identifier defaultValue? annotation* SEMICOLON;
defaultValue: EQUALS literal;

unionDefinition: UNION identifier annotation* unionBody;
unionBody: LEFT_BRACE unionMember* RIGHT_BRACE;
unionMember: variant | reserved;
variant: INTEGER COLON type? identifier annotation* SEMICOLON;

serviceDefinition: SERVICE identifier annotation* serviceBody;
serviceBody: LEFT_BRACE serviceMember* RIGHT_BRACE;
serviceMember: method | reserved;
method: INTEGER COLON modifier* type identifier parameters raisedErrors? annotation* SEMICOLON;
modifier: READONLY | IDEMPOTENT | ONEWAY;
parameters: LEFT_PARENTHESIS (parameter (COMMA parameter)*)? RIGHT_PARENTHESIS;
parameter: (INTEGER COLON)? type identifier defaultValue? annotation*;
raisedErrors: THROWS raisedError (COMMA raisedError)*;
raisedError: INTEGER COLON dottedName;

reserved: RESERVED reservedItem (COMMA reservedItem)* SEMICOLON;
reservedItem: INTEGER (RANGE INTEGER)? | STRING;

type: dottedName typeArguments? QUESTION?;
typeArguments: LESS type (COMMA type)* GREATER;

annotation: AT dottedName annotationArguments?;
annotationArguments: LEFT_PARENTHESIS (literal (COMMA literal)*)? RIGHT_PARENTHESIS;

literal
    : MINUS? INTEGER # integerLiteral
    | MINUS? FLOAT # floatLiteral
    | MINUS? DURATION # durationLiteral
    | STRING # stringLiteral
    | MINUS? dottedName # nameLiteral
    | LEFT_BRACKET (literal (COMMA literal)*)? RIGHT_BRACKET # listLiteral
    ;

dottedName: identifier (DOT identifier)*;

// Every word of the language is a name where a name stands.
identifier
    : IDENTIFIER
    | RPCIDL
    | PACKAGE
    | IMPORT
    | AS
    | CONST
    | TYPE
    | ENUM
    | CLOSED
    | OPEN
    | STRUCT
    | UNION
    | ERROR
    | REJECTS
    | SERVICE
    | RESERVED
    | READONLY
    | IDEMPOTENT
    | ONEWAY
    | THROWS
    ;
