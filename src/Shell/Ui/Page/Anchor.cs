namespace Noroshi.Shell.Ui;

/// <summary>A part of a page that can be jumped to.</summary>
/// <param name="Id">The <c>Id</c> of its card.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Count">How many rows it holds; null for no table.</param>
public sealed record Anchor(string Id, string Title, int? Count = null);
