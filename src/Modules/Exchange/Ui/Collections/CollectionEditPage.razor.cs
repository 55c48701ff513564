using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Noroshi.Exchange.Features;
using Noroshi.Exchange.Store;
using Noroshi.Shell.Access;
using Noroshi.Shell.Asking;
using Noroshi.Shell.Audit;
using Noroshi.Shell.Ui;

namespace Noroshi.Exchange.Ui.Collections;

/// <summary>Makes a collection, or changes one.</summary>
public sealed partial class CollectionEditPage
{
    private readonly List<WrongAskException> problems = [];
    private bool loaded;
    private bool overtaken;
    private ExchangeCollection before = new();
    private ExchangeCollection shown = new();
    private IReadOnlyList<string> holders = [];
    private IReadOnlyList<Organisation> organisations = [];

    [Parameter]
    public string? Id { get; set; }

    [CascadingParameter]
    private HttpContext Context { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        var cancel = Context.RequestAborted;
        var book = await Directory.BookAsync(cancel);
        organisations = await Organisations.ListAsync(cancel);
        // A state is named from the beginning; nobody else is.
        before = Id is null ? new ExchangeCollection { Id = Guid.NewGuid().ToString("D"), States = [Options.State] } : book.Collection(Id) ?? new ExchangeCollection();
        if (Id is not null && before.Number == 0) Context.Response.AnswerWith(StatusCodes.Status404NotFound);
        holders = [.. organisations.Select(one => Grant.Organisation(one.Id)), .. book.Partners.Where(partner => partner.EndedAt is null).Select(partner => Grant.Partner(partner.Id))];
        shown = before;
        loaded = true;
    }

    private async Task SaveAsync()
    {
        if (Id is not null && before.Number == 0) return;
        var typed = CollectionForm.Read(name => Typed(name, ""), before, holders, problems);
        if (problems.Count > 0)
        {
            Refuse();
            return;
        }

        // What was seen when the form was opened; another change in between is not overwritten.
        var version = int.TryParse(Typed("version", ""), NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : -1;
        if (!await Directory.SaveAsync(typed with { Version = version }, Clock.GetUtcNow(), Actor.Of(Context.User), Context.User.DisplayName(), Context.RequestAborted))
        {
            overtaken = true;
            Refuse();
            return;
        }

        Navigation.NavigateTo($"/exchange/collections/{typed.Id}?done=saved");
    }

    private void Refuse()
    {
        Context.Response.StatusCode = StatusCodes.Status400BadRequest;
        StateHasChanged();
    }

    private bool IsSent => HttpMethods.IsPost(Context.Request.Method) && Context.Request.HasFormContentType;

    private string Typed(string name, string kept) => IsSent ? Context.Request.Form[name].ToString().Trim() : kept;

    private bool Checked(string name, bool kept) => IsSent ? Context.Request.Form.ContainsKey(name) : kept;

    private string? Wrong(string name) => problems.Exists(problem => problem.Parameter == name) ? Text["Wrong_" + name].Value : null;
}
