using Microsoft.AspNetCore.Http;

namespace Noroshi.WeakLinks.Studies;

/// <summary>What was filled in on the page; nothing of it is checked yet.</summary>
internal sealed record OrderForm(string Title, bool Exercise, string Viewpoint, string Susceptibility, string Worlds, string Seed, string Budget, string TiedMost, string Weights, string By, bool Learnt)
{
    /// <summary>The files by what they hold; those that were not given are missing.</summary>
    internal IReadOnlyDictionary<string, IFormFile> Files { get; init; } = new Dictionary<string, IFormFile>();
}
