using System.Runtime.InteropServices;

namespace Noroshi.DuckDb;

/// <summary>The C API's result structure; all but the last field are kept for its binary layout only.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NativeResult
{
    public ulong ColumnCount;
    public ulong RowCount;
    public ulong RowsChanged;
    public nint Columns;
    public nint ErrorMessage;
    public nint InternalData;
}
