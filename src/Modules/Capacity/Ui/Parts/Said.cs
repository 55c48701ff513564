using Microsoft.AspNetCore.Components;
using Noroshi.Capacity.Registry;

namespace Noroshi.Capacity.Ui.Parts;

/// <summary>A text that somebody entered, marked with its language where that is not the one of the page.</summary>
internal static class Said
{
    internal static RenderFragment Of(string text, Origin origin) => builder =>
    {
        builder.OpenElement(0, "span");
        builder.AddAttribute(1, "lang", CapacityLabels.Other(origin.Language));
        builder.AddContent(2, text);
        builder.CloseElement();
    };
}
