using System.Diagnostics.CodeAnalysis;

namespace Noroshi.DuckDb;

/// <summary>Types of columns, numbered as the engine's C API numbers them.</summary>
[SuppressMessage("Naming", "CA1720", Justification = "These are the names of the engine's types.")]
public enum DuckDbType
{
    Invalid = 0,
    Boolean = 1,
    TinyInt = 2,
    SmallInt = 3,
    Integer = 4,
    BigInt = 5,
    UTinyInt = 6,
    USmallInt = 7,
    UInteger = 8,
    UBigInt = 9,
    Float = 10,
    Double = 11,

    /// <summary>Microseconds since 1970-01-01T00:00:00Z in 8 bytes.</summary>
    Timestamp = 12,

    /// <summary>Days since 1970-01-01 in 4 bytes.</summary>
    Date = 13,
    Time = 14,
    Interval = 15,

    /// <summary>A signed 128-bit integer; what SUM over BIGINT gives.</summary>
    HugeInt = 16,
    Varchar = 17,
    Blob = 18,
    Decimal = 19,
    List = 24,
    Struct = 25,
    TimestampTz = 31,
    UHugeInt = 32,
}
