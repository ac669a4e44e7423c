namespace EssConsult.Testing;

public enum Database
{
    Sqlite,
    PostgreSql,
}
