using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Noroshi.DuckDb;

/// <summary>An open database; the engine closes the file when the last handle goes.</summary>
internal sealed class DatabaseHandle : SafeHandleZeroOrMinusOneIsInvalid
{
    public DatabaseHandle() : base(true)
    {
    }

    protected override bool ReleaseHandle()
    {
        NativeMethods.Close(ref handle);
        return true;
    }
}

/// <summary>A connection of an open database.</summary>
internal sealed class ConnectionHandle : SafeHandleZeroOrMinusOneIsInvalid
{
    public ConnectionHandle() : base(true)
    {
    }

    protected override bool ReleaseHandle()
    {
        NativeMethods.Disconnect(ref handle);
        return true;
    }
}

/// <summary>A prepared statement.</summary>
internal sealed class StatementHandle : SafeHandleZeroOrMinusOneIsInvalid
{
    public StatementHandle() : base(true)
    {
    }

    protected override bool ReleaseHandle()
    {
        NativeMethods.DestroyPrepare(ref handle);
        return true;
    }
}

/// <summary>A bulk loader of one table.</summary>
internal sealed class AppenderHandle : SafeHandleZeroOrMinusOneIsInvalid
{
    public AppenderHandle() : base(true)
    {
    }

    protected override bool ReleaseHandle()
    {
        // Destroying flushes what is left; the owner clears it first where rows must not survive.
        _ = NativeMethods.AppenderDestroy(ref handle);
        return true;
    }
}

/// <summary>A block of rows in columns.</summary>
internal sealed class ChunkHandle : SafeHandleZeroOrMinusOneIsInvalid
{
    public ChunkHandle() : base(true)
    {
    }

    internal ChunkHandle(nint chunk) : base(true) => SetHandle(chunk);

    protected override bool ReleaseHandle()
    {
        NativeMethods.DestroyDataChunk(ref handle);
        return true;
    }
}

/// <summary>Owns the memory of a <see cref="NativeResult"/> and what it refers to.</summary>
internal sealed unsafe class ResultHandle : SafeHandleZeroOrMinusOneIsInvalid
{
    public ResultHandle() : base(true) => SetHandle((nint)NativeMemory.AllocZeroed((nuint)sizeof(NativeResult)));

    internal NativeResult* Pointer => (NativeResult*)handle;

    protected override bool ReleaseHandle()
    {
        NativeMethods.DestroyResult(Pointer);
        NativeMemory.Free(Pointer);
        return true;
    }
}
