namespace Noroshi.Capacity.Iati.Projects;

/// <summary>Something of a project that the exported file does not have, or has otherwise than recorded.</summary>
/// <param name="Project">Id of the project.</param>
/// <param name="Line">Id of the line; that of the project where it is the project itself.</param>
/// <param name="Reason">Why.</param>
internal sealed record ExportGap(string Project, string Line, ExportGap.Why Reason)
{
    /// <summary>Why something is missing; the texts are <c>Gap_…</c>.</summary>
    internal enum Why
    {
        /// <summary>Marked stricter than what was asked for.</summary>
        Marking,

        /// <summary>Nobody takes part, and the standard knows no activity without; the project is left out.</summary>
        NoParticipant,

        /// <summary>No identifier is recorded; it was made from that of the publisher.</summary>
        NoIdentifier,

        /// <summary>No identifier of the publisher is recorded; it was made up.</summary>
        NoPublisher,

        /// <summary>A topic has no purpose code of the DAC, so that sector is left out.</summary>
        Unmapped,

        /// <summary>A month or a year was recorded, and the standard wants a day.</summary>
        PartialDate,

        /// <summary>A budget has no end.</summary>
        BudgetEnd,

        /// <summary>A budget is longer than a year.</summary>
        BudgetLength,

        /// <summary>A baseline has no date.</summary>
        Baseline,

        /// <summary>How projects are related is not recorded.</summary>
        Related,

        /// <summary>The state that gives, needs, offers, assessments and effects have no place in the standard.</summary>
        NoPlace,

        /// <summary>The block comes from another publisher, who publishes it.</summary>
        OtherSource,
    }
}
