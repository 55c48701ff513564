using Microsoft.AspNetCore.Components;
using Noroshi.Diplomacy.Desk.Domain;

namespace Noroshi.Diplomacy.Desk.Ui.Parts;

/// <summary>A text in the language of the page, or in the other where there is none; then it says its language.</summary>
internal static class Said
{
    internal static RenderFragment Of(Wording text) => builder =>
    {
        if (text.IsEmpty) return;
        builder.OpenElement(0, "span");
        builder.AddAttribute(1, "lang", text.OtherLanguage(DeskLabels.Japanese));
        builder.AddContent(2, text.In(DeskLabels.Japanese));
        builder.CloseElement();
    };
}
