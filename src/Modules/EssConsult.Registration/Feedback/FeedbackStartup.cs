using EssConsult.Registration.Features.Feedback;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Registration.Feedback;

internal static class FeedbackStartup
{
    public static IServiceCollection AddFeedback(this IServiceCollection services) =>
        services.AddScoped<FeedbackVerbs>().AddSlot<FeedbackTicket>("registration-ticket");
}
