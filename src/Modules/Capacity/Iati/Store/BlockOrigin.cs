namespace Noroshi.Capacity.Iati.Store;

/// <summary>Where a financial block came from.</summary>
/// <param name="Source">Who said it.</param>
/// <param name="File">In which file.</param>
internal sealed record BlockOrigin(string Source, string File);
