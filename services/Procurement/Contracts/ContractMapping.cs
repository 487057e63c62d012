using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;

namespace Regio.Procurement.Contracts;

/// <summary>From contracts to their messages.</summary>
internal static class ContractMapping
{
    public static V1.Contract ToProto(this Contract contract) => new()
    {
        Id = contract.Id.ToString("D"),
        ProviderId = contract.ProviderId.ToString("D"),
        Subject = contract.Subject,
        Period = contract.Validity.ToProto(),
        Lines = { contract.Lines.OrderBy(line => line.Position).Select(line => line.ToProto()) },
        State = (V1.ContractState)contract.State,
        Etag = Etag.Of(contract.Version),
        CreateTime = contract.CreatedAt.ToProto(),
        SignTime = contract.SignedAt?.ToProto(),
        TerminationDate = contract.EndDate?.ToProto(),
    };

    public static V1.ContractLine ToProto(this ContractLine line) => new()
    {
        Id = line.Id.ToString("D"),
        ProductId = line.ProductId,
        BuyerId = line.BuyerId,
        Scale = (V1.Scale)line.Scale,
        Unit = (V1.TariffUnit)line.Unit,
        TariffCents = line.TariffCents,
        Period = line.Validity.ToProto(),
        ScaleException = line.ScaleException is { } exception ? (V1.ScaleException)exception : V1.ScaleException.Unspecified,
        ExceptionGround = line.ExceptionGround,
    };
}
