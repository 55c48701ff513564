namespace Noroshi.Contacts.Hotline;

/// <summary>How soon a message wants to be acknowledged; the most urgent first.</summary>
internal enum Precedence
{
    Flash,
    Immediate,
    Priority,
    Routine,
}
