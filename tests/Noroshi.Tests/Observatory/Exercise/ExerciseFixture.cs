using Noroshi.Kernel;
using Noroshi.Observatory.Core;
using Noroshi.Observatory.Domain;
using Noroshi.Observatory.Enrichment;
using Noroshi.Observatory.Exercise;
using Noroshi.Observatory.Reading;

namespace Noroshi.Tests.Observatory.Exercise;

/// <summary>The exercise written once and read back as any other capture is.</summary>
public sealed class ExerciseFixture : IDisposable
{
    public ExerciseFixture()
    {
        Folder = Directory.CreateTempSubdirectory("noroshi-exercise-").FullName;
        Captures = ExerciseGenerator.Write(Folder, null, TestContext.Current.CancellationToken);
        ExerciseLists.Write(Folder);
        Enricher = EnrichmentFiles.In(Folder).Open(CountryCode.Parse("JP"));
        foreach (var capture in Captures)
        {
            var reducer = new Reducer(Enricher, rows => Rows.AddRange(rows));
            var sink = reducer.Sink;
            Reports.Add(capture.Path, EventReader.Read(capture.Path, new ReadOptions(), ref sink, TestContext.Current.CancellationToken));
            reducer.Finish();
        }
    }

    internal string Folder { get; }

    internal List<ExerciseCapture> Captures { get; }

    internal Enricher Enricher { get; }

    internal List<Observation> Rows { get; } = [];

    internal Dictionary<string, ReadReport> Reports { get; } = [];

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
