using System.Runtime.CompilerServices;
using Noroshi.Observatory.Store.DuckDb;

namespace Noroshi.Tests.Observatory.Store.DuckDb;

/// <summary>The test program started once more as a process that imports until it is killed.</summary>
internal static class ImportChild
{
    internal const string Switch = "NOROSHI_TEST_IMPORT_INTO";
    internal const int RowsEach = 30_000;

    [ModuleInitializer]
    internal static void RunWhenAsked()
    {
        if (Environment.GetEnvironmentVariable(Switch) is not { Length: > 0 } path) return;
        Run(path);
        Environment.Exit(0);
    }

    // Nothing of this assembly may run on another thread before its initializer has returned: so nothing is awaited here.
    private static void Run(string path)
    {
        var store = DuckDbObservationStore.OpenAsync(path, TimeProvider.System, CancellationToken.None).GetAwaiter().GetResult();
        var done = store.ListImportsAsync(null, 10_000, CancellationToken.None).GetAwaiter().GetResult().Count;
        Console.Out.WriteLine("open");
        for (var i = done; i < done + 200; i++)
        {
            var import = store.BeginImportAsync(Rows.Source($"content {i}"), CancellationToken.None).GetAwaiter().GetResult();
            import.Append(Rows.Random(RowsEach, i), Rows.Tags);
            var record = import.CommitAsync(new Dictionary<string, long>(), CancellationToken.None).GetAwaiter().GetResult();
            Console.Out.WriteLine($"committed {record.Id}");
            Console.Out.Flush();
        }
    }
}
