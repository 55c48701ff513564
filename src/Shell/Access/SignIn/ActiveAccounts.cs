using Microsoft.AspNetCore.Identity;

namespace Noroshi.Shell.Access;

/// <summary>Only people who were not disabled may sign in.</summary>
internal sealed class ActiveAccounts : IUserConfirmation<Person>
{
    public Task<bool> IsConfirmedAsync(UserManager<Person> manager, Person user) => Task.FromResult(!user.Disabled);
}
