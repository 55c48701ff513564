using Noroshi.Kernel;
using Noroshi.Law.Domain;

namespace Noroshi.Law.Features;

/// <summary>States by instruments on a day, as JSON. A state without a cell has no recorded event under that instrument.</summary>
internal sealed record MatrixAnswer(string On, string Basis, string? KnownAt, IReadOnlyList<MatrixAnswer.Column> Instruments, IReadOnlyList<MatrixAnswer.Line> States)
{
    /// <summary>One instrument with its totals.</summary>
    internal sealed record Column(string Instrument, string NameEn, string NameJa, int Parties, int Signatories, int Uncertain, string Recorded, string? Verification);

    /// <summary>One state or territory, with its cells by instrument.</summary>
    internal sealed record Line(string State, string? PartOf, IReadOnlyDictionary<string, Cell> Cells);

    /// <summary>How it stands to one instrument.</summary>
    internal sealed record Cell(string Status, string? Since, string? Confidence, string? Source);

    /// <summary>Header of the CSV.</summary>
    internal IReadOnlyList<string> Columns => ["state", .. Instruments.Select(column => column.Instrument)];

    /// <summary>Rows of the CSV.</summary>
    internal IEnumerable<IReadOnlyList<object?>> Rows => States.Select(line => (IReadOnlyList<object?>)[line.State, .. Instruments.Select(column => line.Cells.GetValueOrDefault(column.Instrument)?.Status)]);

    /// <summary>The matrix; all states of which something is recorded where no members are given.</summary>
    internal static MatrixAnswer Of(TreatyRegister register, IReadOnlyList<Instrument> instruments, DateOnly on, CountingBasis basis, DateOnly? knownAt, IReadOnlySet<CountryCode>? members)
    {
        var lists = instruments.Select(instrument => register.On(instrument, on, basis, knownAt)).ToList();
        var cells = lists
            .SelectMany(list => list.States.Concat(list.Territories).Select(status => (Instrument: list.Instrument.Id, Status: status)))
            .Where(cell => members is null || members.Contains(cell.Status.State))
            .ToLookup(cell => cell.Status.State);
        var codes = cells.Select(group => group.Key).Union(members ?? Enumerable.Empty<CountryCode>()).Order();
        return new MatrixAnswer(
            LawVerb.Write(on),
            StatusWords.Of(basis),
            knownAt is { } day ? LawVerb.Write(day) : null,
            [.. lists.Select(StatusAnswer.Of).Zip(instruments, (answer, instrument) => new Column(answer.Instrument, instrument.NameEn, instrument.NameJa, answer.Parties, answer.Signatories, answer.Uncertain, answer.Recorded, answer.Verification))],
            [.. codes.Select(code => new Line(
                code.ToString(),
                register.Book.Territories.TryGetValue(code, out var parent) && parent.IsKnown ? parent.ToString() : null,
                cells[code].ToDictionary(cell => cell.Instrument, cell => new Cell(StatusWords.Of(cell.Status), cell.Status.Since?.ToString(), cell.Status.Provenance?.Confidence.ToString(), cell.Status.Provenance?.Source))))]);
    }
}
