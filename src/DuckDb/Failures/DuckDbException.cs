using System.Runtime.InteropServices;

namespace Noroshi.DuckDb;

/// <summary>A failure told by the engine: what went wrong (<see cref="Exception.Message"/>) and in which statement.</summary>
public sealed class DuckDbException : Exception
{
    public DuckDbException()
    {
    }

    public DuckDbException(string message) : base(message)
    {
    }

    public DuckDbException(string message, Exception innerException) : base(message, innerException)
    {
    }

    /// <summary>A failure of the given kind, with the SQL or the file it happened in.</summary>
    public DuckDbException(DuckDbError error, string message, string? where, Exception? innerException = null)
        : base(where is null ? message : $"{message} [in: {Shorten(where)}]", innerException)
    {
        Error = error;
        Where = where;
    }

    /// <summary>The kind of failure.</summary>
    public DuckDbError Error { get; }

    /// <summary>The SQL, table or file it happened in.</summary>
    public string? Where { get; }

    internal static unsafe DuckDbException From(NativeResult* result, string where)
    {
        var text = Text(NativeMethods.ResultError(result));
        return new DuckDbException((DuckDbError)NativeMethods.ResultErrorType(result), text ?? "The engine gave no reason.", where);
    }

    internal static unsafe string? Text(byte* utf8) => utf8 is null ? null : Marshal.PtrToStringUTF8((nint)utf8);

    private static string Shorten(string where)
    {
        var line = where.ReplaceLineEndings(" ").Trim();
        return line.Length <= 200 ? line : line[..200] + "…";
    }
}
