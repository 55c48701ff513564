using Noroshi.Diplomacy.Votes.Domain;

namespace Noroshi.Diplomacy.Votes.Estimation;

/// <summary>Which roll calls ask the same again: texts that come back under one title.</summary>
internal static class Bridges
{
    // Texts change over the years; one that was away longer is taken as new.
    private const int LongestGap = 2;

    /// <summary>The item of each row of the blocks, and how many items there are.</summary>
    internal static (int[] OfRow, int Count) Of(VoteBook book, IReadOnlyList<VoteBlock> blocks)
    {
        var ofRow = new int[blocks.Sum(block => block.RollCalls.Length)];
        var count = 0;
        var last = new Dictionary<string, (int Item, int Session)>(StringComparer.Ordinal);
        foreach (var block in blocks)
        {
            // Where a title stands twice in a session it does not tell which text it is.
            var titles = block.RollCalls.Select(rollCall => TextTitle.KeyOf(book.RollCalls[rollCall])).ToArray();
            var once = titles.Where(title => title.Length > 0).CountBy(title => title).Where(title => title.Value == 1).Select(title => title.Key).ToHashSet(StringComparer.Ordinal);
            for (var row = 0; row < titles.Length; row++)
            {
                var isNamed = once.Contains(titles[row]);
                var item = isNamed && last.TryGetValue(titles[row], out var before) && block.Session - before.Session <= LongestGap ? before.Item : count++;
                if (isNamed) last[titles[row]] = (item, block.Session);
                ofRow[block.First + row] = item;
            }
        }

        return (ofRow, count);
    }
}
