namespace Noroshi.WeakLinks.Domain;

/// <summary>Where attempts begin, and how many a year. An entry is itself open only with its own susceptibility.</summary>
internal sealed record EntryScenario(string Id, int[] Entries, double Rate);
