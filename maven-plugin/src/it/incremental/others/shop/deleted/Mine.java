package shop.deleted;

class Mine {}
