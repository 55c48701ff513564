using System.Globalization;
using Noroshi.Diplomacy.Votes.Domain;

namespace Noroshi.Diplomacy.Votes.Reading;

/// <summary>Reads the voting data of the United Nations Digital Library: one row for each member of each vote.</summary>
internal sealed class DigitalLibraryReader(VoteStates states, VoteBookBuilder book, Rejections rejected)
{
    /// <summary>True where the header is that of this layout.</summary>
    internal static bool Reads(VoteFile file) => file.Has("undl_id") && file.Has("ms_vote");

    /// <summary>Reads the votes and, from the same rows, the roll calls.</summary>
    internal void Read(VoteFile file, CancellationToken cancel)
    {
        var (number, code, vote, date) = (file.Column("undl_id"), file.Column("ms_code"), file.Column("ms_vote"), file.Column("date"));
        var (session, resolution) = (file.Column("session"), file.Column("resolution"));
        int? title = file.Has("title") ? file.Column("title") : null;
        var columns = file.Rows.Headers.Count;
        var row = file.Rows;
        while (file.Read())
        {
            cancel.ThrowIfCancellationRequested();
            if (row.FieldCount != columns) Reject($"it has {row.FieldCount} cells, the header {columns}");
            else if (row.GetString(number) is not { Length: > 0 } id) Reject("it has no undl_id");
            else if (!DateOnly.TryParseExact(row.GetString(date), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) Reject($"'{row.GetString(date)}' is no day (yyyy-MM-dd)");
            else if (states.OfAlpha3(row.GetString(code)) is not { } state) Reject($"no state is known by the code '{row.GetString(code)}'");
            else if (!TryRead(row.GetString(vote), out var choice)) Reject($"'{row.GetString(vote)}' is no vote; Y, N, A and X are");
            else if (choice is { } chosen && !book.Add(Known(id, day), book.State(state), chosen)) Reject($"{state} already has a vote in {id}; the first stays");

            int Known(string id, DateOnly day) => book.Find(VoteLayout.DigitalLibrary, id) is var known and >= 0
                ? known
                : book.RollCall(new RollCall(VoteLayout.DigitalLibrary, id, SessionOf(row.GetString(session), day), day, RollCall.Normalise(row.GetString(resolution)), title is { } at ? row.GetString(at) : "", IsWhole: true));
        }

        void Reject(string reason) => rejected.Add(file.Path, row.LineNumber, reason);
    }

    private static bool TryRead(string written, out Choice? choice)
    {
        choice = written switch { "Y" => Choice.Yes, "N" => Choice.No, "A" => Choice.Abstain, _ => null };
        return choice is not null || written is "X" or "";
    }

    // Emergency and special sessions are written in many ways; they count to the regular session of their day, which opens in September.
    private static int SessionOf(string written, DateOnly day) =>
        int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var session) && session > 0 ? session : day.Year - (day.Month >= 9 ? 1945 : 1946);
}
