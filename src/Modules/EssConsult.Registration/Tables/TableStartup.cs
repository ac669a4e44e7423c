using EssConsult.Registration.Features.Tables;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Registration.Tables;

internal static class TableStartup
{
    public static IServiceCollection AddTables(this IServiceCollection services)
    {
        services.AddScoped<IPresentPeople, PeopleAtTheDoor>();
        return services.AddScoped<TraitChoices>().AddScoped<Guests>().AddScoped<Composing>().AddSlot<TableTicket>("registration-ticket");
    }
}
