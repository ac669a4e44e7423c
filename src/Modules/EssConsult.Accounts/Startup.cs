using EssConsult.Accounts.Contracts;
using EssConsult.Accounts.Features;
using EssConsult.Accounts.Identification;
using EssConsult.Accounts.Passwords;
using EssConsult.Accounts.People;
using EssConsult.Accounts.Privacy;
using EssConsult.Accounts.Recipes;
using EssConsult.Accounts.Roles;
using EssConsult.Accounts.Sessions;
using EssConsult.Content.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Accounts;

internal sealed class Startup : IModule
{
    public ModuleManifest Manifest => Accounts.Manifest.Module;

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        AddIdentity(services);

        services.AddSingleton<RoleBook>().AddSingleton<IRoleBook>(provider => provider.GetRequiredService<RoleBook>());
        services.AddSingleton<IFollow>(provider => provider.GetRequiredService<RoleBook>());
        services.AddSingleton<IAtStart>(provider => provider.GetRequiredService<RoleBook>());
        services.AddScoped<IRoles, RoleStore>().AddScoped<Reach>().AddScoped<EditRoleHandler>();

        services.AddSingleton<AddressLimits>();
        services.AddScoped<Browser>().AddScoped<IIdentify>(provider => provider.GetRequiredService<Browser>());
        services.AddScoped<Arrival>().AddScoped<OpenRequests>();
        services.AddScoped<RequestCodeHandler>().AddScoped<ProveAddressHandler>().AddScoped<IntroduceOneselfHandler>().AddScoped<ChangeAddressHandler>();
        services.AddScoped<Lockout>().AddScoped<Proof>().AddScoped<EnterByPasswordHandler>().AddScoped<ChoosePasswordHandler>().AddScoped<EnterAsPersonaHandler>();

        services.AddScoped<InstallationLink>().AddScoped<BecomeAdministratorHandler>().AddScoped<ISiteCommand, AdminInviteCommand>();
        services.AddHostedService<FirstAdministrator>();

        services.AddScoped<IPeople, PeopleDirectory>().AddScoped<IRegister, RegisterPerson>().AddScoped<IMailPeople, MailPeople>().AddScoped<IDemoPeople, DemoPeople>();
        services.AddScoped<ChangeProfileHandler>().AddScoped<LastAdministrator>();
        services.AddScoped<PersonSearch>().AddScoped<AdministerPersonHandler>().AddScoped<InvitePersonHandler>();
        services.AddSingleton<IEvictsPages, PeoplePages>();

        services.AddScoped<IPersonalData, AccountData>().AddScoped<IAddressData, ContactData>().AddScoped<ExportMyDataHandler>().AddScoped<EraseMyAccountHandler>();
        services.AddScoped<IRecipeStep, RolesStep>().AddScoped<IRecipeExport, RolesExport>().AddScoped<IRecipeStep, PeopleStep>();
        services.AddRecurringJob<AccountsPurge>(TimeSpan.FromHours(1));

        services.AddSlot<AccountSlot>("account");
    }

    public void MapTables(ModelBuilder model) => AccountsTables.Map(model);

    private static void AddIdentity(IServiceCollection services)
    {
        services.AddIdentityCore<Person>(identity =>
            {
                identity.User.RequireUniqueEmail = true;
                identity.Password.RequiredLength = 12;
                identity.Password.RequireDigit = identity.Password.RequireLowercase = identity.Password.RequireUppercase = identity.Password.RequireNonAlphanumeric = false;
            })
            .AddUserStore<UserOnlyStore<Person, SiteDb>>()
            .AddClaimsPrincipalFactory<PersonClaims>();

        services.AddFollower<StaleSessions>();
        services.AddSingleton<SessionLength>().AddScoped<Session>().AddScoped<SessionCheck>();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddCookie(IdentityConstants.ApplicationScheme, cookie =>
        {
            cookie.Cookie.Name = Session.Cookie;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.LoginPath = "/connexion";
            cookie.ReturnUrlParameter = "retour";
            cookie.EventsType = typeof(SessionCheck);
        });
    }
}
