namespace Noroshi.DuckDb;

/// <summary>How wide the engine keeps a value of a type.</summary>
internal static class DuckWidth
{
    /// <summary>Bytes of one value, 0 where the width is not fixed or not supported.</summary>
    internal static int Of(DuckDbType type) => type switch
    {
        DuckDbType.Boolean or DuckDbType.TinyInt or DuckDbType.UTinyInt => 1,
        DuckDbType.SmallInt or DuckDbType.USmallInt => 2,
        DuckDbType.Integer or DuckDbType.UInteger or DuckDbType.Float or DuckDbType.Date => 4,
        DuckDbType.BigInt or DuckDbType.UBigInt or DuckDbType.Double or DuckDbType.Timestamp or DuckDbType.TimestampTz or DuckDbType.Time => 8,
        DuckDbType.HugeInt or DuckDbType.UHugeInt => 16,
        _ => 0,
    };
}
