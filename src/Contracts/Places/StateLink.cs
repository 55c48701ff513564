namespace Noroshi.Contracts;

/// <summary>A page of a room about one state.</summary>
/// <param name="Title">What it holds, in the reader's language.</param>
/// <param name="Href">Its address.</param>
/// <param name="Detail">One more line.</param>
public sealed record StateLink(string Title, string Href, string Detail);
