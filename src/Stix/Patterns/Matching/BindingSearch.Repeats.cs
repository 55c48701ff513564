namespace Noroshi.Stix;

internal sealed partial class BindingSearch
{
    // How many each observation gave, so that it gets back as many; parts within one another are given back in reverse order.
    private readonly Stack<int> _taken = [];

    /// <summary>
    /// <c>[…] REPEATS n TIMES</c>: a window slides over the candidates and tells at once whether n of them lie close enough together. Only when one window does, and what
    /// stands around the part does not accept its earliest n, are other choices tried.
    /// </summary>
    private IEnumerable<BindingPart> RepeatedSingles(SingleNode single, int times, SearchFrame frame)
    {
        var found = false;
        foreach (var window in Windows(single, times, frame))
        {
            found = true;
            Take(window, times);
            try
            {
                yield return window.Part;
            }
            finally
            {
                Give(window);
            }
        }

        if (!found) yield break;
        var all = Together(times, (level, before) => Singles(single, frame, level == 0 ? 0 : before.At), frame, ordered: false);
        foreach (var part in all) yield return part;
    }

    private IEnumerable<(List<int> Chosen, BindingPart Part)> Windows(SingleNode single, int times, SearchFrame frame)
    {
        int[] free = [.. Candidates(single).Where(at => _used[at] < _observations[at].Number && frame.Allows(_observations[at]))];
        int[] byFirst = [.. free.OrderBy(at => _observations[at].First)];
        int[] byLast = [.. free.OrderBy(at => _observations[at].Last)];
        var (entered, sum) = (0, 0L);
        foreach (var earliest in byLast)
        {
            // Everything whose last time is before this one has left, everything whose first time is not too late has entered.
            var from = _observations[earliest].Last;
            for (; entered < byFirst.Length && _observations[byFirst[entered]].First.SecondsSince(from) <= frame.Seconds; entered++) sum += Free(byFirst[entered]);
            if (sum >= times) yield return Choose(byFirst, entered, from, times);
            Step();
            sum -= Free(earliest);
        }
    }

    private int Free(int at) => _observations[at].Number - _used[at];

    private (List<int> Chosen, BindingPart Part) Choose(int[] byFirst, int entered, StixInstant from, int times)
    {
        List<int> chosen = [];
        var (left, part) = ((long)times, default(BindingPart));
        for (var index = 0; index < entered && left > 0; index++)
        {
            Step();
            var at = byFirst[index];
            if (_observations[at].Last < from) continue;
            left -= Free(at);
            part = chosen.Count == 0 ? Part(at) : part.With(Part(at));
            chosen.Add(at);
        }

        return (chosen, part);
    }

    private void Take((List<int> Chosen, BindingPart Part) window, int times)
    {
        foreach (var at in window.Chosen)
        {
            var taken = Math.Min(Free(at), times);
            times -= taken;
            _used[at] += taken;
            _taken.Push(taken);
        }
    }

    private void Give((List<int> Chosen, BindingPart Part) window)
    {
        for (var index = window.Chosen.Count - 1; index >= 0; index--) _used[window.Chosen[index]] -= _taken.Pop();
    }

}
