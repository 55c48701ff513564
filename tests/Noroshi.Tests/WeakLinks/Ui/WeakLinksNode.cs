using Microsoft.Extensions.DependencyInjection;
using Noroshi.Tests.Shell;
using Noroshi.Tests.WeakLinks.Studies;
using Noroshi.WeakLinks.Studies;

namespace Noroshi.Tests.WeakLinks.Ui;

/// <summary>A node that keeps the study of the exercise.</summary>
public sealed class WeakLinksNode : NodeOfRoles
{
    internal const string Study = "20260401-080000-00e0e0";

    protected override Task PrepareAsync()
    {
        Node.Services.GetRequiredService<StudyStore>().Keep(StudyTests.Make(Study));
        return Task.CompletedTask;
    }
}
