namespace Noroshi.Contracts;

/// <summary>A kind of data that organisations may share inside the node; modules register theirs as services.</summary>
/// <param name="Name">Dotted, for example <c>observatory.observations</c>; what <see cref="IDataAccess"/> is asked for.</param>
/// <param name="Title">Names it in the language of the current request.</param>
public sealed record DataKind(string Name, Func<string> Title);
