using Noroshi.WeakLinks.Reading;

namespace Noroshi.WeakLinks.Recorded;

/// <summary>A row that names a recorded figure in place of a number, until it has been asked for: where it stands in its list, and what it asks.</summary>
internal sealed record Wanted<TAsk>(CsvRow Row, int Place, TAsk Ask);
