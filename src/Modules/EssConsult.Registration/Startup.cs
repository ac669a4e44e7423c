using EssConsult.Accounts.Contracts;
using EssConsult.Contributions.Contracts;
using EssConsult.Notifications.Contracts;
using EssConsult.Registration.Circuits;
using EssConsult.Registration.Demo;
using EssConsult.Registration.Door;
using EssConsult.Registration.Events;
using EssConsult.Registration.Features.Admin;
using EssConsult.Registration.Features.Events;
using EssConsult.Registration.Features.Mine;
using EssConsult.Registration.Features.Register;
using EssConsult.Registration.Feedback;
using EssConsult.Registration.Invitations;
using EssConsult.Registration.Online;
using EssConsult.Registration.Privacy;
using EssConsult.Registration.Recipes;
using EssConsult.Registration.Reminders;
using EssConsult.Registration.Room;
using EssConsult.Registration.Seats;
using EssConsult.Registration.Statistics;
using EssConsult.Registration.Tables;
using EssConsult.Registration.Tickets;
using EssConsult.Registration.Wishes;
using EssConsult.Workflows;
using EssConsult.Workflows.Contracts;
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
        services.AddScoped<EventCalendar>().AddSlot<HomeEvents>("home-events").AddSlot<WorkshopsSlot>("content-item");
        services.AddSingleton(new SeatLock()).AddScoped<Registering>().AddScoped<RegistrationVerbs>().AddScoped<Transfer>().AddScoped<WorkshopChange>().AddScoped<RegisterAgain>();
        services.AddHandler<Promotion>().AddRecurringJob<HoldExpiry>(TimeSpan.FromMinutes(1));
        services.AddSingleton<RegistrationLinks>().AddScoped<RegistrationOwner>().AddScoped<RegistrationPost>().AddHandler<RegistrationMails>();
        services.AddScoped<RegistrationQuestions>().AddScoped<EventChoices>().AddScoped<OwnRegistrations>().AddSlot<MyRegistrationsMenu>("account-menu");
        services.AddScoped<ListRegistrations>().AddScoped<RegistrationExport>();
        services.AddScoped<Inviting>().AddSlot<InvitationsTool>("event-tools");
        services.AddRecurringJob<EventReminders>(TimeSpan.FromMinutes(15)).AddRecurringJob<ChangeNews>(TimeSpan.FromSeconds(15)).AddRecurringJob<RegistrationPurge>(TimeSpan.FromHours(12));
        services.AddScoped<IAudience, EventAudience>().AddScoped<IPersonalData, RegistrationData>().AddScoped<IAddressData, RegistrationAddressData>();
        services.AddRoom().AddWishes().AddTables().AddFeedback();
        services.Configure<RateLimiterOptions>(RegistrationLimits.Add);
        services.AddSlot<OnlinePanel>("event-panels").AddSlot<OnlineSlot>("registration-ticket");
        services.AddScoped<ShowRate>().AddScoped<RegistrationCurve>().AddSlot<CurvePanel>("event-panels");
        services.AddScoped<IDemoPiece, DemoEvents>().AddScoped<IRecipeStep, RegistrationsStep>();
        services.AddTickets().AddDoor();
        AddCircuits(services);
    }

    private static void AddCircuits(IServiceCollection services)
    {
        foreach (var description in RegistrationEvent.Descriptions)
        {
            services.AddWorkflowEvent<RegistrationEvent>(description);
        }

        services.AddWorkflowEvent<EventApproaching>(EventApproaching.Description).AddScoped<IEventSamples, EventSamples>().AddRecurringJob<EventWatch>(TimeSpan.FromMinutes(5)).AddRecurringJob<UnansweredRequests>(TimeSpan.FromHours(1));
        services.AddHandler<CarryOutDecisions>().AddHandler<RegistrationTriggers>().AddScoped<IEventSamples, RegistrationSamples>().AddScoped<ISubjectNames, RegistrationSubjects>();
        services.AddActivity<EssOpenRegistrationTask>().AddActivity<EssApproveRegistrationTask>().AddActivity<EssRefuseRegistrationTask>().AddActivity<EssRemindRegisteredTask>();
    }

    public void MapTables(ModelBuilder model) => RegistrationTables.Map(model);

    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        CalendarFiles.Map(endpoints);
        EventsApi.Map(endpoints);
        RegistrationFiles.Map(endpoints);
        TicketFiles.Map(endpoints);
        DoorEndpoints.Map(endpoints);
    }
}
