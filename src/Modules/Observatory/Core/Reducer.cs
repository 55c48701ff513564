using System.Runtime.InteropServices;
using Noroshi.Observatory.Domain;
using Noroshi.Observatory.Enrichment;

namespace Noroshi.Observatory.Core;

/// <summary>Takes finished rows; the span is valid during the call only.</summary>
internal delegate void ObservationBatch(ReadOnlySpan<Observation> rows);

/// <summary>
/// Reduces events to one row per minute, source and port. Memory is bounded whatever the input: minutes close two minutes behind the
/// latest time seen, and tables that grow full are handed out early. A row may come in two parts; the parts add up.
/// </summary>
internal sealed class Reducer
{
    private const long Minute = 60_000_000;
    private const long Lateness = 2 * Minute;
    private const int BatchSize = 4096;
    private const int UndecidedLimit = 1 << 20;

    private readonly Enricher enricher;
    private readonly ObservationBatch batch;
    private readonly SourceTable sources;
    private readonly TupleTable tuples;
    private readonly TargetCache targets;
    private readonly Observation[] rows = new Observation[BatchSize];
    private readonly List<FlowTuple> undecided = [];
    private int rowCount;
    private long watermark = long.MinValue;

    /// <param name="enricher">Answers who is behind an address.</param>
    /// <param name="batch">Takes the finished rows.</param>
    /// <param name="tupleLimit">Rows kept open at once at most.</param>
    /// <param name="sourceLimit">Sources remembered at once at most.</param>
    public Reducer(Enricher enricher, ObservationBatch batch, int tupleLimit = 1 << 20, int sourceLimit = 1 << 22)
    {
        this.enricher = enricher;
        this.batch = batch;
        sources = new SourceTable(sourceLimit);
        tuples = new TupleTable(tupleLimit);
        targets = new TargetCache(enricher);
    }

    /// <summary>Rows handed out so far.</summary>
    public long Rows { get; private set; }

    /// <summary>What a reader takes.</summary>
    public ReducerSink Sink => new(this);

    public void Add(in ObservedEvent observed)
    {
        var minute = observed.TimeMicros - (observed.TimeMicros % Minute);
        if (minute > watermark) Advance(minute);
        ref var source = ref sources.Get(observed.Source, minute, out var isNew);
        if (isNew) source.PlaceAt(enricher.FindSource(observed.Source));

        // An answer to a spoofed packet says nothing of the tool that its sender uses.
        var looks = observed.Class == TrafficClass.Backscatter ? Fingerprint.None : observed.LooksLike;
        source.Note(looks);
        var target = targets.Find(observed.Target);
        var key = new FlowTuple
        {
            Minute = minute,
            Source = observed.Source,
            Port = observed.TargetPort,
            Protocol = observed.Protocol,
            Unit = observed.Unit,
            Class = observed.Class,
            Looks = looks,
            Organisation = target.Organisation,
            Sector = target.Sector,
            Kind = target.Kind,
            Origin = enricher.OriginOf(source.Country, target.Country),
            Tag = observed.Tag,
        };
        if (tuples.Add(in key, in observed)) return;
        HandOut(long.MaxValue);
        tuples.Add(in key, in observed);
    }

    /// <summary>Hands out everything that is still open. Call once, at the end.</summary>
    public void Finish()
    {
        HandOut(long.MaxValue);
        DecideAll();
        Flush();
    }

    private void Advance(long minute)
    {
        // The first event closes nothing, and a jump of one minute closes only what is two minutes old.
        if (watermark != long.MinValue) HandOut(minute - Lateness);
        watermark = minute;
    }

    private void HandOut(long before)
    {
        foreach (ref readonly var tuple in tuples.TakeBefore(before))
        {
            if (tuple.Looks == Fingerprint.None || sources.Find(tuple.Source).IsDecided(tuple.Looks))
            {
                Emit(in tuple, tuple.Looks);
                continue;
            }

            // A slow scanner shows itself over many minutes: its first rows wait until it has, or the input ends.
            undecided.Add(tuple);
            if (undecided.Count >= UndecidedLimit) DecideAll();
        }
    }

    private void DecideAll()
    {
        foreach (ref readonly var tuple in CollectionsMarshal.AsSpan(undecided))
        {
            Emit(in tuple, sources.Find(tuple.Source).IsDecided(tuple.Looks) ? tuple.Looks : Fingerprint.None);
        }

        undecided.Clear();
    }

    private void Emit(in FlowTuple tuple, Fingerprint fingerprint)
    {
        var source = sources.Find(tuple.Source);
        if (!source.IsPresent)
        {
            // Forgotten meanwhile, for want of room: asking again gives the same answer.
            source.PlaceAt(enricher.FindSource(tuple.Source));
        }

        rows[rowCount++] = new Observation
        {
            MinuteMicros = tuple.Minute,
            Source = tuple.Source,
            SourceCountry = source.Country,
            Asn = source.Asn,
            Research = source.Research,
            Protocol = tuple.Protocol,
            TargetPort = tuple.Port,
            Unit = tuple.Unit,
            Class = TupleClass.Decide(in tuple, fingerprint),
            Fingerprint = fingerprint,
            Origin = tuple.Origin,
            TargetKind = tuple.Kind,
            Sector = tuple.Sector,
            TargetOrganisation = tuple.Organisation,
            Tag = tuple.Tag,
            Events = tuple.Events,
            Packets = tuple.Packets,
            Bytes = tuple.Bytes,
            Targets = tuple.Targets,
        };
        Rows++;
        if (rowCount == BatchSize) Flush();
    }

    private void Flush()
    {
        if (rowCount == 0) return;
        batch(rows.AsSpan(0, rowCount));
        rowCount = 0;
    }
}
