using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Registration.Tickets;

internal static class TicketsStartup
{
    public static IServiceCollection AddTickets(this IServiceCollection services) => services
        .AddSingleton<TicketKeys>().AddScoped<SeatTickets>().AddScoped<TicketPaper>().AddScoped<Attestations>().AddScoped<EventPapers>().AddScoped<TicketCardMaker>()
        .AddSlot<RegistrationTicketSlot>("registration-ticket").AddSlot<SeatTicketSlot>("attendee-ticket").AddSlot<EventToolsSlot>("event-tools");
}
