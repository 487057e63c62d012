using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Reporting.Contracting;

/// <summary>From the overview to its messages.</summary>
internal static class OverviewMapping
{
    public static V1.ContractOverview ToProto(this OverviewView view) => new()
    {
        AreaId = view.AreaId,
        AreaName = view.AreaName,
        AsOf = view.Day.ToProto(),
        Products = { view.Products.Select(ToProto) },
        Ceilings = { view.Ceilings.Select(ToProto) },
        WithoutCeiling =
        {
            view.WithoutCeiling.Select(contract => new V1.ContractWithoutCeiling
            {
                ContractId = contract.ContractId.ToString("D"), ProviderId = contract.ProviderId.ToString("D"), ProviderName = contract.ProviderName,
            }),
        },
        ClientStops = { view.Stops.Select(ToProto) },
        LastEventTime = view.LastEventAt?.ToTimestamp(),
    };

    private static V1.ContractedProduct ToProto(ContractedProduct product) => new()
    {
        ProductId = product.ProductId,
        Level = product.Level,
        ProviderId = product.ProviderId.ToString("D"),
        ProviderName = product.ProviderName,
        BuyerId = product.BuyerId,
        BuyerName = product.BuyerName,
        Unit = product.Unit,
        Lines = product.Lines,
        LowestTariffCents = product.LowestTariffCents,
        HighestTariffCents = product.HighestTariffCents,
        EndDate = product.Until?.ToProto(),
        ClientStop = product.HasStop,
    };

    private static V1.CeilingUse ToProto(CeilingUse ceiling) => new()
    {
        CeilingId = ceiling.CeilingId.ToString("D"),
        ContractId = ceiling.ContractId.ToString("D"),
        ProviderId = ceiling.ProviderId.ToString("D"),
        ProviderName = ceiling.ProviderName ?? "",
        State = ceiling.State,
        AmountCents = ceiling.AmountCents,
        CountedCents = ceiling.CountedCents,
        UsedPercent = ceiling.UsedPercent?.ToString("0.0", CultureInfo.InvariantCulture) ?? "",
        StartDate = ceiling.From.ToProto(),
        EndDate = ceiling.Until?.ToProto(),
        MeetingDueDate = ceiling.MeetingDueOn?.ToProto(),
        MeetingOverdue = ceiling.MeetingOverdue,
        StateTime = ceiling.ToldAt.ToTimestamp(),
    };

    private static V1.ClientStopInForce ToProto(StopInForce stop) => new()
    {
        ClientStopId = stop.Id.ToString("D"),
        ProviderId = stop.ProviderId.ToString("D"),
        ProviderName = stop.ProviderName ?? "",
        ProductId = stop.ProductId ?? "",
        Partial = stop.IsPartial,
        Declarer = stop.Declarer,
        AnnouncedLate = stop.AnnouncedLate,
        StartDate = stop.From.ToProto(),
        EndDate = stop.Until?.ToProto(),
    };
}
