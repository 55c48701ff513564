namespace Noroshi.Shell.Access;

/// <summary>A token that was just made.</summary>
/// <param name="Id">Names it from now on.</param>
/// <param name="Text">What the machine sends; shown this once, kept nowhere.</param>
public sealed record IssuedToken(string Id, string Text);
