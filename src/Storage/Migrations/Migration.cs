using System.Security.Cryptography;
using System.Text;

namespace Noroshi.Storage.Migrations;

/// <summary>One numbered step of a scope's schema.</summary>
/// <param name="Version">1, 2, 3, … without gaps.</param>
/// <param name="Name">What it does, from the file name.</param>
/// <param name="Sql">The statements, without transaction control.</param>
public sealed record Migration(int Version, string Name, string Sql)
{
    /// <summary>SHA-256 of the text with line ends normalised: a step that ran may never change.</summary>
    public string Checksum { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql.ReplaceLineEndings("\n").Trim())));
}
