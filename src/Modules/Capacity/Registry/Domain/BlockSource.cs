namespace Noroshi.Capacity.Registry;

/// <summary>Where a financial block of a project comes from: each from one source, never from two.</summary>
/// <remarks>
/// <c>Block</c>: budget, planned-disbursement, transaction or result.<br/>
/// <c>Source</c>: Who gave it; empty where people of this node entered it.<br/>
/// <c>File</c>: From which file; empty where it was entered.<br/>
/// <c>LeftAside</c>: Lines that the imported activity has of it and that do not count, because the block was entered here.
/// </remarks>
internal sealed record BlockSource(string Block, string Source, string File, int LeftAside)
{
    internal bool IsEntered => Source.Length == 0;

    /// <summary>The block that a line of money belongs to.</summary>
    internal static string OfMoney(string type) => type switch { "budget" => "budget", "planned" => "planned-disbursement", _ => "transaction" };
}
