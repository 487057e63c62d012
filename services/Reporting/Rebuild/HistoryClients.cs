using Regio.Common.V1;
using Regio.Reporting.Projection;
using Regio.ServiceDefaults.Grpc.Clients;

namespace Regio.Reporting.Rebuild;

/// <summary>A client of the history of each publisher.</summary>
internal static class HistoryClients
{
    public static string NameOf(string publisher) => $"history of {publisher}";

    public static void AddHistoryClients(this WebApplicationBuilder builder)
    {
        foreach (var publisher in Projector.Publishers)
            builder.AddServiceClient<HistoryService.HistoryServiceClient>(NameOf(publisher.Key), publisher.Key);
    }
}
