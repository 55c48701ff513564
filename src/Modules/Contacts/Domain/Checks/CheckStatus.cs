namespace Noroshi.Contacts.Domain;

/// <summary>How a communication check stands.</summary>
internal enum CheckStatus
{
    Waiting,
    Answered,
    AnsweredLate,
    Overdue,
}
