using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Noroshi.Diplomacy.Votes.Domain;

namespace Noroshi.Diplomacy.Votes.Reading;

/// <summary>Reads the layout of the R package unvotes: roll calls in one file, votes in another.</summary>
internal sealed class UnvotesReader(VoteStates states, VoteBookBuilder book, Rejections rejected)
{
    private readonly Dictionary<int, int> _rollCalls = [];

    // Read once for each code, not for each of a million rows.
    private readonly Dictionary<int, int> _codes = [];

    /// <summary>Reads the roll calls; a number that stands twice is rejected.</summary>
    internal void ReadRollCalls(VoteFile file, CancellationToken cancel)
    {
        var (number, session, date, resolution) = (file.Column("rcid"), file.Column("session"), file.Column("date"), file.Column("unres"));
        int? Optional(string name) => file.Has(name) ? file.Column(name) : null;
        var (amendment, part, title, text) = (Optional("amend"), Optional("para"), Optional("short"), Optional("descr"));
        var columns = file.Rows.Headers.Count;
        while (file.Read())
        {
            cancel.ThrowIfCancellationRequested();
            var row = file.Rows;
            string Cell(int? column) => column is { } at && row.GetString(at) is { } cell && cell != "NA" ? cell : "";
            if (row.FieldCount != columns) Reject(file, $"it has {row.FieldCount} cells, the header {columns}");
            else if (!int.TryParse(row.GetString(number), NumberStyles.None, CultureInfo.InvariantCulture, out var id)) Reject(file, $"'{row.GetString(number)}' is no number of a roll call");
            else if (!int.TryParse(row.GetString(session), NumberStyles.None, CultureInfo.InvariantCulture, out var regular) || regular is < 1 or > 999) Reject(file, $"'{row.GetString(session)}' is no session");
            else if (!DateOnly.TryParseExact(row.GetString(date), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) Reject(file, $"'{row.GetString(date)}' is no day (yyyy-MM-dd)");
            else if (_rollCalls.ContainsKey(id)) Reject(file, $"roll call {id} stands twice");
            else _rollCalls.Add(id, book.RollCall(new RollCall(VoteLayout.Unvotes, id.ToString(CultureInfo.InvariantCulture), regular, day, RollCall.Normalise(Cell(resolution)), Title(Cell(title), Cell(text)), Cell(amendment) != "1" && Cell(part) != "1")));
        }
    }

    /// <summary>Reads the votes.</summary>
    internal void ReadVotes(VoteFile file, CancellationToken cancel)
    {
        var (number, name, code, vote) = (file.Column("rcid"), file.Column("country"), file.Column("country_code"), file.Column("vote"));
        var columns = file.Rows.Headers.Count;
        var row = file.Rows;
        while (file.Read())
        {
            cancel.ThrowIfCancellationRequested();
            if (row.FieldCount != columns)
            {
                Reject(file, $"it has {row.FieldCount} cells, the header {columns}");
                continue;
            }

            var written = row.GetSpan(number);
            if (!Utf8Parser.TryParse(written, out int id, out var read) || read != written.Length || !_rollCalls.TryGetValue(id, out var rollCall))
            {
                Reject(file, $"there is no roll call '{row.GetString(number)}' in the file of roll calls");
                continue;
            }

            var state = StateOf(row.GetSpan(code), row.GetSpan(name));
            if (state < 0)
            {
                Reject(file, $"no state is known by the code '{row.GetString(code)}' and the name '{row.GetString(name)}'");
                continue;
            }

            var choice = row.GetSpan(vote);
            var chosen = choice.SequenceEqual("yes"u8) ? Choice.Yes : choice.SequenceEqual("abstain"u8) ? Choice.Abstain : choice.SequenceEqual("no"u8) ? Choice.No : (Choice?)null;
            if (chosen is null)
            {
                if (!choice.SequenceEqual("absent"u8)) Reject(file, $"'{row.GetString(vote)}' is no vote; yes, no, abstain and absent are");
            }
            else if (!book.Add(rollCall, state, chosen.Value))
            {
                Reject(file, $"{row.GetString(name)} already has a vote in roll call {id}; the first stays");
            }
        }
    }

    private int StateOf(ReadOnlySpan<byte> code, ReadOnlySpan<byte> name)
    {
        // NA stands for several states, so only it is looked up by name each time.
        var isKey = code.Length == 2 && !code.SequenceEqual("NA"u8);
        var key = isKey ? (code[0] << 8) | code[1] : 0;
        if (isKey && _codes.TryGetValue(key, out var known)) return known;
        var state = states.OfUnvotes(Encoding.UTF8.GetString(code), Encoding.UTF8.GetString(name)) is { } found ? book.State(found) : -1;
        if (isKey) _codes.Add(key, state);
        return state;
    }

    // Newer sessions keep the title in "short" and the item of the agenda in "descr", older ones a shorthand and the title.
    private static string Title(string brief, string text) => text.Length == 0 || text.StartsWith("A/", StringComparison.Ordinal) ? brief : text;

    private void Reject(VoteFile file, string reason) => rejected.Add(file.Path, file.Rows.LineNumber, reason);
}
