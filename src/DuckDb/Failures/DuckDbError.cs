namespace Noroshi.DuckDb;

/// <summary>Kinds of failures that callers tell apart, numbered as the engine's C API numbers them; others keep their number.</summary>
public enum DuckDbError
{
    Unknown = 0,
    Conversion = 2,
    Transaction = 10,
    Catalog = 13,
    Parser = 14,
    Constraint = 18,
    Connection = 21,
    Binder = 24,

    /// <summary>The file: not readable, not writable, held by another process, disk full.</summary>
    Io = 28,
    Interrupt = 29,

    /// <summary>The engine has shut this database down; open it again.</summary>
    Fatal = 30,
    Internal = 31,
    InvalidInput = 32,
    OutOfMemory = 33,
    Permission = 34,
    InvalidConfiguration = 42,
}
