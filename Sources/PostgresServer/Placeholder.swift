enum PostgresServerPlaceholder {}
