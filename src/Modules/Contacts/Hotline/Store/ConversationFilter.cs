namespace Noroshi.Contacts.Hotline;

/// <summary>What a list of conversations is narrowed to.</summary>
/// <param name="State">The other side's state; null for all.</param>
/// <param name="Open">Only those that are not closed.</param>
/// <param name="Class">Only those in which a message of this class was said.</param>
/// <param name="Text">Only those whose subject holds this.</param>
/// <param name="Count">At most so many.</param>
internal sealed record ConversationFilter(string? State = null, bool Open = false, string? Class = null, string? Text = null, int Count = 200)
{
    internal string Where
    {
        get
        {
            var terms = new List<string>();
            if (State is not null) terms.Add("c.state = @State");
            if (Open) terms.Add("c.closed_at IS NULL");
            if (Class is not null) terms.Add("EXISTS (SELECT 1 FROM hotline_message k WHERE k.conversation = c.id AND k.kind = @Class)");
            if (Text is not null) terms.Add("(LOWER(c.subject) LIKE @Pattern ESCAPE '!' OR c.id = @Text)");
            return terms.Count == 0 ? "" : "WHERE " + string.Join(" AND ", terms);
        }
    }

    /// <summary>The searched text as a pattern in which its own signs mean nothing.</summary>
    public string Pattern => "%" + (Text ?? "").ToLowerInvariant().Replace("!", "!!", StringComparison.Ordinal).Replace("%", "!%", StringComparison.Ordinal).Replace("_", "!_", StringComparison.Ordinal) + "%";
}
