namespace Noroshi.Contacts.Hotline;

/// <summary>What a message on the hotline is.</summary>
internal enum MessageClass
{
    Notification,
    ClarificationRequest,
    Clarification,
    AssistanceRequest,
    Status,
    DeEscalation,

    /// <summary>Ends the conversation for both sides.</summary>
    Closing,
}
