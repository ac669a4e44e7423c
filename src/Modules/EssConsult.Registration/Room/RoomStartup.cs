using EssConsult.Registration.Features.Room;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Registration.Room;

internal static class RoomStartup
{
    public static IServiceCollection AddRoom(this IServiceCollection services)
    {
        services.AddSingleton<SheetLinks>().AddScoped<SheetWriting>().AddScoped<SheetPublishing>().AddRecurringJob<SheetForgetting>(TimeSpan.FromHours(12));
        services.AddScoped<IContentHandler, EventOrigins>().AddScoped<IAtStart, MinutesType>().AddScoped<IPartForm, MinutesPartForm>().AddScoped<IPartDrawing, MinutesDrawing>().AddScoped<MinutesWriting>().AddScoped<MinutesLines>().AddScoped<IMinutesLines, MinutesLines>();
        return services.AddSlot<BirthSlot>("contribution-aside").AddSlot<EchoSlot>("content-item").AddSlot<RoomPanel>("event-panels");
    }
}
