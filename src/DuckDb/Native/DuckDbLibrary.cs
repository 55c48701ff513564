using System.Reflection;
using System.Runtime.InteropServices;

namespace Noroshi.DuckDb;

/// <summary>Finds the engine's shared library beside the program, never somewhere on the system's search path.</summary>
internal static class DuckDbLibrary
{
    /// <summary>The name by which the native methods are imported.</summary>
    internal const string Name = "duckdb";

    private static readonly Lazy<nint> Handle = new(Load);

    static DuckDbLibrary() => NativeLibrary.SetDllImportResolver(typeof(DuckDbLibrary).Assembly, Resolve);

    /// <summary>Makes sure that the resolver is in place; called by every entry to the library.</summary>
    internal static void Ensure() => _ = Handle.Value;

    private static nint Resolve(string libraryName, Assembly assembly, DllImportSearchPath? searchPath) =>
        libraryName == Name ? Handle.Value : 0;

    private static nint Load()
    {
        var file = OperatingSystem.IsWindows() ? "duckdb.dll" : OperatingSystem.IsMacOS() ? "libduckdb.dylib" : "libduckdb.so";
        var path = Path.Combine(AppContext.BaseDirectory, file);
        try
        {
            return NativeLibrary.Load(path);
        }
        catch (Exception e) when (e is DllNotFoundException or BadImageFormatException)
        {
            throw new DuckDbException(
                DuckDbError.Io,
                $"The database engine was not loaded from {path}: {e.Message} Build again (the build restores it from the package registry).",
                null,
                e);
        }
    }
}
