namespace Noroshi.Storage;

/// <summary>Which database keeps the records.</summary>
public enum RecordDialect
{
    Sqlite,
    Postgres,
}
