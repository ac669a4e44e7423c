using EssConsult.Registration.Events;
using EssConsult.Registration.Features.Admin;
using EssConsult.Registration.Features.Events;
using EssConsult.Registration.Features.Mine;
using EssConsult.Registration.Features.Register;
using EssConsult.Registration.Seats;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Registration;

internal sealed class Startup : IModule
{
    public ModuleManifest Manifest => EssConsult.Registration.Manifest.Module;

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<IAtStart, EventTypes>().AddScoped<IPartForm, EventPartForm>().AddScoped<IPartForm, RegistrationPartForm>().AddScoped<IContentHandler, EventProjection>().AddScoped<IPartDrawing, EventDrawing>();
        services.AddFollower<EventBook>().AddSingleton<IAtStart>(provider => provider.GetRequiredService<EventBook>()).AddSingleton<IEvictsPages, EventEviction>();
        services.AddScoped<EventCalendar>().AddSlot<HomeEvents>("home-events");
        services.AddSingleton(new SeatLock()).AddScoped<Registering>().AddScoped<RegistrationVerbs>().AddScoped<Transfer>().AddScoped<RegisterAgain>();
        services.AddHandler<Promotion>().AddRecurringJob<HoldExpiry>(TimeSpan.FromMinutes(1));
        services.AddSingleton<RegistrationLinks>().AddScoped<RegistrationPost>().AddHandler<RegistrationMails>();
        services.AddScoped<RegistrationQuestions>().AddScoped<EventChoices>().AddScoped<OwnRegistrations>().AddSlot<MyRegistrationsMenu>("account-menu");
        services.AddScoped<ListRegistrations>().AddScoped<RegistrationExport>();
        services.Configure<RateLimiterOptions>(RegistrationLimits.Add);
    }

    public void MapTables(ModelBuilder model) => RegistrationTables.Map(model);

    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        CalendarFiles.Map(endpoints);
        RegistrationFiles.Map(endpoints);
    }
}
