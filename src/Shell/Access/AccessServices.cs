using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Noroshi.Contracts;
using Noroshi.Shell.Audit;
using Noroshi.Storage;
using Noroshi.Storage.Migrations;

namespace Noroshi.Shell.Access;

/// <summary>Registers records, people and sign-in: <see cref="AddRecords"/> for verbs, <see cref="AddAccess"/> for serving.</summary>
internal static class AccessServices
{
    private const string EitherScheme = "Noroshi";

    /// <summary>The shell's own tables, to be migrated before the modules'.</summary>
    internal static IReadOnlyList<MigrationSet> Migrations(RecordDialect dialect) =>
    [
        MigrationSet.Read("audit", typeof(AccessServices).Assembly, dialect, "Noroshi.Shell.Audit"),
        MigrationSet.Read("access", typeof(AccessServices).Assembly, dialect, "Noroshi.Shell.Access"),
    ];

    /// <summary>Records, audit, and who may do what, without the web.</summary>
    internal static IServiceCollection AddRecords(this IServiceCollection services, NodeOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(_ => RecordStore.For(options));
        services.TryAddSingleton<AuditLog>();
        services.TryAddSingleton(provider => new ActLeaves(Records(provider)));
        services.TryAddSingleton<IAuditLog>(provider => provider.GetRequiredService<AuditLog>());
        services.TryAddSingleton<ActDirectory>();
        services.AddOptions<PasswordHasherOptions>().Configure(hashing => hashing.IterationCount = 210_000);
        services.TryAddSingleton<PasswordKeeper>();
        services.TryAddSingleton<IPasswordHasher<Person>>(provider => provider.GetRequiredService<PasswordKeeper>());
        services.TryAddSingleton(provider => new OrganisationDirectory(Records(provider), Clock(provider)));
        services.TryAddSingleton(provider => new UserDirectory(Records(provider), provider.GetRequiredService<IPasswordHasher<Person>>(), Clock(provider)));
        services.TryAddSingleton(provider => new ApiTokens(Records(provider), Clock(provider)));
        services.TryAddSingleton(provider => new SharingRules(Records(provider), Clock(provider)));
        services.TryAddSingleton<IDataAccess>(provider => provider.GetRequiredService<SharingRules>());
        services.TryAddSingleton<OneTimeLinks>();
        services.TryAddSingleton<Invitations>();
        services.TryAddSingleton(provider => new SetUp(
            Records(provider), provider.GetRequiredService<OneTimeLinks>(), provider.GetRequiredService<UserDirectory>(), provider.GetRequiredService<OrganisationDirectory>(), Clock(provider)));
        return services;
    }

    /// <summary>Everything above and sign-in: cookie for people, token for machines, closed unless an endpoint says otherwise.</summary>
    internal static IServiceCollection AddAccess(this IServiceCollection services, NodeOptions options)
    {
        services.AddRecords(options);
        services.AddDataProtection().SetApplicationName("noroshi").PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(options.DataDirectory, "keys")));
        services.AddAntiforgery(forgery =>
        {
            forgery.Cookie.Name = CookieName("noroshi.form", options);
            forgery.Cookie.SameSite = SameSiteMode.Strict;
            forgery.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.AddHttpContextAccessor();
        AddIdentity(services);
        AddSchemes(services, options);
        services.AddSingleton<IAuthorizationHandler, RolesHandler>();
        var signedIn = new AuthorizationPolicyBuilder().AddRequirements(new SignedInRequirement()).Build();
        services.AddAuthorizationBuilder().SetDefaultPolicy(signedIn).SetFallbackPolicy(signedIn);
        return services;
    }

    /// <summary>Finds out who calls and whether they may; stands after routing and before antiforgery.</summary>
    internal static void UseAccess(this IApplicationBuilder app)
    {
        app.UseAuthentication();
        app.UseAuthorization();
    }

    private static void AddIdentity(IServiceCollection services)
    {
        services.TryAddScoped<IUserClaimsPrincipalFactory<Person>, PersonClaims>();
        services.TryAddScoped<IUserConfirmation<Person>, ActiveAccounts>();
        services.AddScoped<PersonStore>();
        services.AddScoped<IUserStore<Person>>(provider => provider.GetRequiredService<PersonStore>());
        services.AddScoped<CodeApp>();
        services.AddScoped<SignInDesk>();
        services.AddScoped<AccountDesk>();
        services.AddIdentityCore<Person>(identity =>
        {
            identity.ClaimsIdentity.UserIdClaimType = AccessClaims.User;
            identity.ClaimsIdentity.UserNameClaimType = AccessClaims.Name;
            identity.ClaimsIdentity.RoleClaimType = AccessClaims.Role;
            identity.ClaimsIdentity.SecurityStampClaimType = AccessClaims.Stamp;
            identity.Lockout.MaxFailedAccessAttempts = 5;
            identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(10);
            identity.SignIn.RequireConfirmedAccount = true; // "Confirmed" is: not disabled (ActiveAccounts).
        }).AddSignInManager().AddTokenProvider<CodeApp>(TokenOptions.DefaultAuthenticatorProvider);
        services.RemoveAll<IPasswordValidator<Person>>();
        services.Configure<IdentityPasskeyOptions>(passkeys =>
        {
            passkeys.UserVerificationRequirement = "required";
            passkeys.ResidentKeyRequirement = "required";
            passkeys.AttestationConveyancePreference = "none";
            passkeys.ValidateOrigin = context => ValueTask.FromResult(!context.CrossOrigin && IsOurs(context.HttpContext.Request, context.Origin));
        });
    }

    /// <summary>Passkeys answer to the very address of this node: over https, or on this machine itself.</summary>
    private static bool IsOurs(HttpRequest request, string origin) =>
        origin == $"{request.Scheme}://{request.Host}" && (request.IsHttps || request.Host.Host == "localhost");

    // Browsers keep cookies by host, whatever the port: the two nodes of an exercise on one machine would take each other's.
    private static string CookieName(string name, NodeOptions options) => options.Exercise ? $"{name}.{options.State}" : name;

    private static void AddSchemes(IServiceCollection services, NodeOptions options)
    {
        services.AddScoped<SessionEvents>();
        services.AddAuthentication(EitherScheme)
            .AddPolicyScheme(EitherScheme, null, scheme => scheme.ForwardDefaultSelector = context =>
                context.Request.Headers.Authorization.ToString().StartsWith(TokenScheme.Name + " ", StringComparison.OrdinalIgnoreCase) ? TokenScheme.Name : IdentityConstants.ApplicationScheme)
            .AddScheme<AuthenticationSchemeOptions, TokenAuthentication>(TokenScheme.Name, null)
            .AddCookie(IdentityConstants.ApplicationScheme, cookie =>
            {
                cookie.Cookie.Name = CookieName("noroshi.session", options);
                cookie.Cookie.HttpOnly = true;
                cookie.Cookie.SameSite = SameSiteMode.Lax;
                cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                cookie.ExpireTimeSpan = SessionEvents.IdleLimit;
                cookie.SlidingExpiration = true;
                cookie.LoginPath = "/sign-in";
                cookie.ReturnUrlParameter = "returnUrl";
                cookie.EventsType = typeof(SessionEvents);
            })
            .AddCookie(IdentityConstants.TwoFactorUserIdScheme, cookie =>
            {
                // Holds, for a few minutes, whose password was right or which passkey challenge is open.
                cookie.Cookie.Name = CookieName("noroshi.step", options);
                cookie.Cookie.HttpOnly = true;
                cookie.Cookie.SameSite = SameSiteMode.Strict;
                cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                cookie.ExpireTimeSpan = TimeSpan.FromMinutes(5);
                cookie.SlidingExpiration = false;
            });
    }

    private static RecordStore Records(IServiceProvider provider) => provider.GetRequiredService<RecordStore>();

    private static TimeProvider Clock(IServiceProvider provider) => provider.GetRequiredService<TimeProvider>();
}
