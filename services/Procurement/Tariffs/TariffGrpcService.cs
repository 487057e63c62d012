using Grpc.Core;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Security;

namespace Regio.Procurement.Tariffs;

/// <summary>The rpcs of tariffs.</summary>
internal sealed class TariffGrpcService(
    DraftTariff draftTariff,
    SubstantiateTariff substantiateTariff,
    AdoptTariff adoptTariff,
    ObjectToTariff objectToTariff,
    AnswerTariffObjection answerTariffObjection,
    GetTariff getTariff,
    ListTariffs listTariffs,
    RecordTariffIndex recordTariffIndex,
    PreviewIndexation previewIndexation) : TariffService.TariffServiceBase
{
    [Policy(ProcurementPolicies.WriteTariffs)]
    public override Task<DraftTariffResponse> DraftTariff(DraftTariffRequest request, ServerCallContext context) =>
        draftTariff.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    [Policy(ProcurementPolicies.WriteTariffs)]
    public override Task<SubstantiateTariffResponse> SubstantiateTariff(SubstantiateTariffRequest request, ServerCallContext context) =>
        substantiateTariff.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    [Policy(ProcurementPolicies.WriteTariffs)]
    public override Task<AdoptTariffResponse> AdoptTariff(AdoptTariffRequest request, ServerCallContext context) =>
        adoptTariff.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    [Policy(ProcurementPolicies.ObjectToTariffs)]
    public override Task<ObjectToTariffResponse> ObjectToTariff(ObjectToTariffRequest request, ServerCallContext context)
    {
        var caller = context.GetCaller();
        return objectToTariff.RunAsync(request, ProviderScope.Of(caller), caller.Subject, context.CancellationToken);
    }

    [Policy(ProcurementPolicies.WriteTariffs)]
    public override Task<AnswerTariffObjectionResponse> AnswerTariffObjection(AnswerTariffObjectionRequest request, ServerCallContext context) =>
        answerTariffObjection.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    [Policy(ProcurementPolicies.ReadTariffs)]
    public override Task<GetTariffResponse> GetTariff(GetTariffRequest request, ServerCallContext context) =>
        getTariff.RunAsync(request, ProviderScope.Of(context.GetCaller()), context.CancellationToken);

    [Policy(ProcurementPolicies.ReadTariffs)]
    public override Task<ListTariffsResponse> ListTariffs(ListTariffsRequest request, ServerCallContext context) =>
        listTariffs.RunAsync(request, ProviderScope.Of(context.GetCaller()), context.CancellationToken);

    [Policy(ProcurementPolicies.WriteTariffs)]
    public override Task<RecordTariffIndexResponse> RecordTariffIndex(RecordTariffIndexRequest request, ServerCallContext context) =>
        recordTariffIndex.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    [Policy(ProcurementPolicies.ReadTariffs)]
    public override Task<PreviewIndexationResponse> PreviewIndexation(PreviewIndexationRequest request, ServerCallContext context) =>
        previewIndexation.RunAsync(request, context.CancellationToken);
}
