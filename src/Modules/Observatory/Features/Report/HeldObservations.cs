using Noroshi.Observatory.Store;
using Noroshi.Observatory.Store.DuckDb;
using Noroshi.Storage;

namespace Noroshi.Observatory.Features;

/// <summary>Opens the observations of a data folder for a verb that reads; never makes a folder or a store.</summary>
internal static class HeldObservations
{
    internal const string FileName = "observations.duckdb";

    internal static async Task<int> UseAsync(string data, Func<IObservationStore, Task> use, CancellationToken cancel)
    {
        var path = Path.Combine(Path.GetFullPath(data), FileName);
        if (!File.Exists(path))
            throw new RefusalException($"{Path.GetDirectoryName(path)} holds no observations ({FileName} is missing). Name the node's folder with --data, or bring observations in with: noroshi observe import FILE --sensor NAME --data DIR", RefusalException.Input);
        try
        {
            var store = await DuckDbObservationStore.OpenAsync(path, TimeProvider.System, cancel).ConfigureAwait(false);
            await using (store.ConfigureAwait(false)) await use(store).ConfigureAwait(false);
            return 0;
        }
        catch (ObservationStoreException e)
        {
            throw new RefusalException(e.Message, RefusalException.Environment, e);
        }
    }
}
