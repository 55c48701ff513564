using Noroshi.Contacts.Domain;
using Noroshi.Contacts.Formats;

namespace Noroshi.Contacts.Features;

/// <summary>What a file would do to the directory: every change, or everything that is wrong with it.</summary>
/// <param name="Format">Form of the file.</param>
/// <param name="Bodies">Organisations that are new or change.</param>
/// <param name="Changes">One an entry, in the order of the file.</param>
/// <param name="Problems">Where there is one, nothing can be imported.</param>
/// <param name="NotUnderstood">What the file says that has no place here.</param>
internal sealed record ImportPlan(
    string Format, IReadOnlyList<Body> Bodies, IReadOnlyList<ImportChange> Changes, IReadOnlyList<FieldProblem> Problems, IReadOnlyList<string> NotUnderstood)
{
    private const int MostProblems = 100;

    internal int Count(string kind) => Changes.Count(change => change.Kind == kind);

    internal bool IsPossible => Problems.Count == 0;

    /// <summary>Compares the file with the book.</summary>
    internal static ImportPlan Make(IContactFormat format, string text, ImportDefaults defaults, ContactBook book, bool isExercise)
    {
        var content = format.Read(text, defaults);
        var problems = content.Problems;
        var plan = new Draft(book, isExercise, problems);
        foreach (var (line, fields) in content.Entries)
        {
            if (problems.Count >= MostProblems) break;
            if (EntryReader.Read(fields, line, problems) is { } entry) plan.Take(entry);
        }

        plan.CheckAlternates();
        return new ImportPlan(format.Word, plan.Bodies, plan.Changes, [.. problems.Take(MostProblems)], content.NotUnderstood);
    }

    /// <summary>The book as it grows while the entries come in, so that two lines may speak of one new organisation.</summary>
    private sealed class Draft(ContactBook book, bool isExercise, List<FieldProblem> problems)
    {
        private readonly Dictionary<string, Body> _bodies = new(StringComparer.Ordinal);
        private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);
        private readonly List<(string Id, Body Body)> _new = [];

        internal IReadOnlyList<Body> Bodies => [.. _bodies.Values];

        internal List<ImportChange> Changes { get; } = [];

        internal void Take(ContactEntry entry)
        {
            if (Body(entry) is not { } body) return;
            if (entry.Point is not { } sent)
            {
                Changes.Add(new ImportChange(entry.Line, _bodies.ContainsKey(body.Id) ? (body.Version == 0 ? ImportChange.Added : ImportChange.Changed) : ImportChange.Same, body, null, []));
                return;
            }

            var before = sent.Id.Length > 0 ? book.Point(sent.Id) : book.PointsOf(body).FirstOrDefault(point => point.RetiredAt is null && point.Function == sent.Function && (point.TitleEn, point.TitleJa) == (sent.TitleEn, sent.TitleJa) && !_seen.ContainsKey(point.Id));
            if (before is { IsOwn: false }) Wrong(entry.Line, EntryFields.Id, $"'{before.Id}' is a peer's entry; it is changed over there.");
            else if (before is { RetiredAt: not null }) Wrong(entry.Line, EntryFields.Id, $"'{before.Id}' was retired; give the point another id.");
            else if (before is not null && before.BodyId != body.Id) Wrong(entry.Line, EntryFields.Id, $"'{before.Id}' belongs to the organisation '{before.BodyId}'.");
            else
            {
                var id = before?.Id ?? (sent.Id.Length > 0 ? sent.Id : FreeId(body, sent.Function));
                if (!_seen.TryAdd(id, entry.Line))
                {
                    Wrong(entry.Line, EntryFields.Id, FormattableString.Invariant($"'{id}' stands on line {_seen[id]} already."));
                    return;
                }

                var now = sent with { Id = id, BodyId = body.Id, Version = before?.Version ?? 0, IsExercise = before?.IsExercise ?? isExercise };
                var (old, fresh) = (before is null ? [] : EntryFields.Of(body, before), EntryFields.Of(body, now));
                var fields = fresh.Where(field => (old.GetValueOrDefault(field.Key) ?? "") != field.Value && before is not null).Select(field => (field.Key, old.GetValueOrDefault(field.Key) ?? "", field.Value)).ToList();
                Changes.Add(new ImportChange(entry.Line, before is null ? ImportChange.Added : fields.Count > 0 ? ImportChange.Changed : ImportChange.Same, body, now, fields));
            }
        }

        /// <summary>Alternates may stand anywhere in the file, so they are looked up once all of it was read.</summary>
        internal void CheckAlternates()
        {
            foreach (var change in Changes.Where(change => change.Point is not null))
            {
                foreach (var alternate in change.Point!.Alternates.Where(alternate => book.Point(alternate) is null && !_seen.ContainsKey(alternate)))
                    Wrong(change.Line, EntryFields.Alternates, $"'{alternate}' is neither in the directory nor in the file.");
            }
        }

        private Body? Body(ContactEntry entry)
        {
            var sent = entry.Body;
            var before = sent.Id.Length > 0
                ? _bodies.GetValueOrDefault(sent.Id) ?? book.Body(sent.Id)
                : _new.Select(pair => pair.Body).Concat(book.Bodies.Where(body => body.IsOwn)).FirstOrDefault(body => body.State == sent.State && IsSameName(body, sent));
            if (before is { IsOwn: false })
            {
                Wrong(entry.Line, EntryFields.OrganisationId, $"'{before.Id}' is a peer's entry; it is changed over there.");
                return null;
            }

            // A file that gives only one of the names takes none away.
            var now = sent with
            {
                Id = before?.Id ?? (sent.Id.Length > 0 ? sent.Id : EntryNames.ForBody(new ContactBook([.. book.Bodies, .. _bodies.Values.Where(body => book.Body(body.Id) is null)], []), sent)),
                NameEn = sent.NameEn.Length > 0 ? sent.NameEn : before?.NameEn ?? "",
                NameJa = sent.NameJa.Length > 0 ? sent.NameJa : before?.NameJa ?? "",
                Version = before?.Version ?? 0,
                IsExercise = before?.IsExercise ?? isExercise,
            };
            if (before is not null && (before.NameEn, before.NameJa, before.Kind, before.State) == (now.NameEn, now.NameJa, now.Kind, now.State)) return before;
            if (before is not null && before.State != now.State)
            {
                Wrong(entry.Line, EntryFields.State, $"the organisation '{before.Id}' belongs to '{before.State}'.");
                return null;
            }

            if (before is not null && _bodies.ContainsKey(before.Id))
            {
                Wrong(entry.Line, EntryFields.OrganisationId, $"says something else about the organisation '{before.Id}' than a line before.");
                return null;
            }

            _bodies[now.Id] = now;
            _new.Add((now.Id, now));
            return now;
        }

        private string FreeId(Body body, ContactFunction function)
        {
            // Points of this file that have no id yet take numbers one after the other.
            var taken = _seen.Keys.Where(id => book.Point(id) is null).Select(id => new ContactPoint { Id = id, BodyId = body.Id });
            return EntryNames.ForPoint(new ContactBook([.. book.Bodies.Where(each => each.Id != body.Id), body], [.. book.Points, .. taken]), body, function);
        }

        private static bool IsSameName(Body left, Body right) =>
            (left.NameEn.Length > 0 && left.NameEn == right.NameEn) || (left.NameJa.Length > 0 && left.NameJa == right.NameJa);

        private void Wrong(int line, string field, string message) => problems.Add(new FieldProblem(line, field, message));
    }
}
