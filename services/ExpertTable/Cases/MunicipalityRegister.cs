using Grpc.Core;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Errors;

namespace Regio.ExpertTable.Cases;

/// <summary>Asks the register of municipalities on behalf of the caller.</summary>
internal sealed class MunicipalityRegister(MunicipalityService.MunicipalityServiceClient register)
{
    public async Task RequireKnownAsync(string id, CancellationToken ct)
    {
        try
        {
            await register.GetMunicipalityAsync(new GetMunicipalityRequest { Id = id }, cancellationToken: ct);
        }
        catch (RpcException answer) when (answer.StatusCode == StatusCode.NotFound)
        {
            throw new DomainException(CaseRules.MunicipalityUnknown, "municipality_id");
        }
    }
}
