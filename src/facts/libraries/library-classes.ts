// Written by scripts/library-facts.js; CONTRIBUTING.md says how.

/** What releases of libraries have in their classes, in the form that `readLibraryClass` reads. */
export const libraryClasses = (): string => `
AUTO_TYPE BASE_TYPES BaseAuthPlugin=:auth.base.BaseAuthPlugin BaseBackend=:backend.base.BaseBackend BaseGenericPlugin=:auth.identity.generic.base.BaseGenericPlugin BaseIdentityPlugin=:auth.identity.base.BaseIdentityPlugin BatchNotificationServer=:notify.listener.BatchNotificationServer ClientSendError=:rpc.client.ClientSendError DEFAULT_PARTITION_NUMBER DEPRECATED_STATUSES DefaultRPCAccessPolicy=:rpc.dispatcher.DefaultRPCAccessPolicy DiscoveryBase=:fixture.discovery.DiscoveryBase Driver=:notify.notifier.Driver EXPERIMENTAL_STATUSES ExpectedException=:rpc.dispatcher.ExpectedException,:rpc.server.ExpectedException ExplicitRPCAccessPolicy=:rpc.dispatcher.ExplicitRPCAccessPolicy GET_GUID_CMD HTTP_MOVED_TEMPORARILY LegacyRPCAccessPolicy=:rpc.dispatcher.LegacyRPCAccessPolicy LoggingErrorNotificationHandler=:notify.log_handler.LoggingErrorNotificationHandler LoggingNotificationHandler=:notify.logger.LoggingNotificationHandler MIN_TOKEN_LIFE_SECONDS NAME NoSuchMethod=:rpc.dispatcher.NoSuchMethod NotificationFilter=:notify.filter.NotificationFilter NotificationResult=:notify.dispatcher.NotificationResult NotificationServer=:notify.listener.NotificationServer NotificationServerBase=:notify.listener.NotificationServerBase Notifier=:notify.notifier.Notifier OFP_VERSIONS OK_STATUS_CODE Password=:auth.identity.generic.password.Password Password=:identity.generic.password.Password PingEndpoint=:rpc.dispatcher.PingEndpoint PublishErrorsHandler=:notify.log_handler.LoggingErrorNotificationHandler,:notify.log_handler.PublishErrorsHandler RPCAccessPolicyBase=:rpc.dispatcher.RPCAccessPolicyBase RPCClient=:rpc.client.RPCClient RPCDispatcher=:rpc.dispatcher.RPCDispatcher RPCDispatcherError=:rpc.dispatcher.RPCDispatcherError RPCServer=:rpc.server.RPCServer RPCVersionCapError=:rpc.client.RPCVersionCapError ReadableStream=:_types.ReadableStream RemoteError=:rpc.client.RemoteError Resource=.Resource,:openstack.common.apiclient.base.Resource SUPPORTED_HOOKS ServiceBase=:backend.base.ServiceBase SupportsWrite=:_types.SupportsWrite Token=:auth.identity.generic.token.Token Token=:identity.generic.token.Token UnsupportedBackendError=:backend.exceptions.UnsupportedBackendError UnsupportedVersion=:rpc.dispatcher.UnsupportedVersion VERSION VOLUME_ALREADY_MAPPED_ERROR VOLUME_NOT_MAPPED_ERROR _BUILD_WITH_MIGRATIONS _DEFAULT_REDIRECT_LIMIT _KIND _RUN_ONLY_ONE_MESSAGE _TASK_MISSING_SLEEP_VALUE_MESSAGE _abort _acquire_eventlet _any_threads_alive _api_version_header _append_request_id _application _attach_volume _auth_method_class _auth_token _auth_url _bit_length _callbacks_by_priority _check_response _check_valid_device _child_process _child_process_handle_signal _child_wait_for_exit_or_signal _clear_abort _conf _conf_get _confirm_token_bind _connect_tcp_socket _connect_to_iscsi_portal _container_ref _counter _create_and_wait_for_lease _create_client _create_connection _create_done_event _create_dynamic_looping_call _create_dynamic_timer _create_fixed_timer _create_session _created _creator_id _data _delete _denormalize_endpoints _description _detach_volume _disconnect_from_iscsi_portal _disconnect_volume_iscsi _disconnect_volume_multipath_iscsi _discover_iscsi_portals _discover_mpath_device _discovery_cache _dispatch _dispatch_and_handle_error _dispatch_on_db_driver _do_authenticate _do_create_plugin _domain_id _domain_name _ecp_assertion_request _elapsed _endpoint_cache _enforce_token_bind _entity _error_time _exceptions _exec_callback _execute _extend_header_with_api_version _extract_user_message _fast_exit _fill_lazy_properties _find_volume_path _flow_receiver _formatter _generate_database_resource _get_abort_mechanism _get_all_targets _get_client_id _get_condition_object _get_device_file_path _get_device_path _get_endpoint_region _get_formatted_data _get_generic_columns _get_generic_data _get_hba_channel_scsi_target _get_host_devices _get_iscsi_sessions _get_multipath_device_map _get_multipath_iqns _get_nvme_devices _get_possible_devices _get_possible_volume_paths _get_potential_volume_paths _get_progress _get_provisioned_db _get_scoping_data _get_service_endpoints _get_service_provider _get_sheepdog_handle _get_strategy_class _get_target_portals_from_iscsiadm_output _get_volume_id _get_volume_path _graceful_shutdown _handle_hup _handle_signal _handle_term _has_domain_scope _hide_inputs_outputs_of _hooks_map _http_request _ident _inc_sleep_time _include_service_catalog _init_attributes _init_plugins _init_vendor_properties _initialize _initialized _interval _invalid_user_token _is_crypt_device_available _is_current_session_active _is_endpoint_type_match _is_non_recoverable _is_scheduler_alive _iterate_all_targets _json_request _last_logged_progress _last_progress_udpate _linuxfc _linuxscsi _listen _load_one_plugin _local_cloud_plugin _local_path_for_loopback _lock _logger _make_simple_request _manager _marker _max_retry_count _max_sleep_time _method_parameters _mount_base _mount_disco_volume _mount_options _mount_type _msg_fmt _name _needs_reauthenticate _normalize_endpoint_type _normalize_endpoints _on_alarm_exit _on_done _on_timeout_exit _openstack_api_version _parent_entity_path _parse_extension_module _parse_rfc7239_header _parse_version_headers _password _perform_action_on_threads _pipe_watcher _process_header _process_incoming _project_domain_id _project_domain_name _project_id _project_name _provider_aggregate_map _query_attached_volume _rate_semaphore _register _release_eventlet _reload_service _remotefsclient _remove_devices _request _request_strategy_obj _requested_auth_version _resource_providers _respawn_children _retry_count _retry_receiver _root_helper _run_iscsiadm_update_discoverydb _run_loop _running _sanitize_mon_hosts _secret_type_dict _send_disco_vol_cmd _send_exception _send_request _send_result _send_service_provider_ecp_authn_response _service_catalog _service_catalog_class _service_providers _service_type _session _set_endpoint_filter_kwargs _sleep _sleep_time _spawn_loop _start _start_child _stats _stop_threads _targets_priorities _task_poll_interval _task_receiver _thread _token _trust_id _try_execute _type _update_pools_and_stats _update_volume_stats _updated _user_domain_id _user_domain_name _user_id _username _validate_iface_transport _vzstorage_write_mds_list _wait_child _wait_for_exit_or_signal _wait_for_volume_path _wait_threads _wait_timers _workers accept_transfer(context,volume,new_user,new_project)! acquire(blocking=) add(device,dev_type,check_exit_code=,peer=,link=,vlan_id=) add(service) addCleanup add_attribute_for_value(node) add_br(name,may_exist=,datapath_type=)! add_consumer(context,managed_object_id,consumer_data)!~ add_dynamic_timer(callback,initial_delay=,periodic_interval_max=,*,**) add_dynamic_timer_args(callback,args=,kwargs=,initial_delay=,periodic_interval_max=,stop_on_exception=)! add_dynamic_timer_args(callback,args=,kwargs=,initial_delay=,periodic_interval_max=,stop_on_exception=)!~ add_handler(sig,handler)! add_handlers(signals,handler) add_hook(hook_type,hook_func) add_link(href,rel=,type=) add_manager(connection_uri)! add_media_type(base,type) add_reaction(state,event,reaction,*,**) add_role(name=,id=) add_section(view,generator,index=) add_state(state,terminal=,on_enter=,on_exit=) add_thread(callback,*,**) add_thread(callback,*,**)>.Thread add_timer(interval,callback,initial_delay=,*,**) add_timer_args(interval,callback,args=,kwargs=,initial_delay=,stop_on_exception=)! add_timer_args(interval,callback,args=,kwargs=,initial_delay=,stop_on_exception=)!~ add_workers(workers) additional_headers address alert_fileno alert_notification_consume() algorithm allocate_dynamic_segment(segment)! allowed_exception_namespaces api_version api_version_select_state append_request_ids(resp) application application_credential_id args associate_aggregates attach_mnid_done_code attach_volume(context,**) attach_volume(context,**)! attached_success_code audit_chain_id audit_id auth auth_ref auth_system auth_token auth_url auth_version authenticate() authenticate()! authenticate(cls,auth_url) backdoor_port backend_group backing_file_format backup(backup,volume_file,backup_metadata=)! bandwidth_limit barbican_url bit_length bottom_bound_segment br_get_external_id(name,field)! call(ctxt,method,**) can_refresh_session() can_send_version(version=) cancel(*,**) capabilities capture(chunk,current_position) cast(ctxt,method,**) catalog cause check_for_export(context,volume_id)!~ check_for_setup_error() check_for_setup_error()! check_valid_device(path,run_as_root=) check_valid_device(path,run_as_root=)! children clean(resource) clear()! clear_download(context,volume)! client client_name client_secret client_version close() close()! code coerce(obj,attr,value) coerce(obj,attr,value)! columns conditions conf configuration conflict_max_retries conflict_retry_interval connect() connect_retries connect_retry_delay connect_volume connect_volume(connection_properties) connect_volume(connection_properties)! connection consumers container_ref context_iteritems() continue_binding(segment_id,next_segments_to_bind)! copy(registry) copy(retain_listeners=)~ copy(shallow=,unfreeze=) copy_image_to_volume(context,volume,image_service,image_id)!~ copy_image_to_volume(context,volume,image_service,image_id)~ create_cgsnapshot(context,cgsnapshot,snapshots|context,cgsnapshot)! create_cloned_volume(volume,src_vref)! create_cloned_volume(volume,src_vref)!~ create_consistencygroup(context,group)! create_consistencygroup_from_src(context,group,volumes,cgsnapshot=,snapshots=,source_cg=,source_vols=)! create_export(context,volume)! create_export(context,volume,connector|context,volume)! create_export_snapshot(context,snapshot,connector)!~ create_group(context,group)! create_group_from_src(context,group,volumes,group_snapshot=,snapshots=,source_group=,source_vols=)! create_group_snapshot(context,group_snapshot,snapshots)! create_key_pair(context,algorithm,length,expiration=,name=)! create_named_database(engine,ident,conditional=) create_network(network_id) create_opportunistic_driver_url() create_plugin(session,version,url,raw_status=) create_plugin(session,version,url,raw_status=)! create_resource_class create_resource_provider create_snapshot(snapshot) create_snapshot(snapshot)! create_snapshot(snapshot)!~ create_volume(volume) create_volume(volume)! create_volume_from_snapshot(volume,snapshot)! create_volume_from_snapshot(volume,snapshot)!~ created current database_exists(engine,ident)! default(datastring) default_microversion default_provides del_br(name,if_exists=)! del_controller(bridge)! del_port(port,bridge=,if_exists=)! delete() delete(device,check_exit_code=) delete(device,check_exit_code=)! delete(key) delete(url,**) delete(url,**)~ delete_backup(backup)!~ delete_cgsnapshot(context,cgsnapshot,snapshots|context,cgsnapshot)! delete_consistencygroup(context,group,volumes|context,group)! delete_group(context,group,volumes)! delete_group_snapshot(context,group_snapshot,snapshots)! delete_key(network_id) delete_multi(keys) delete_object(container,object_name)! delete_port(dpid,port_no) delete_resource_class delete_resource_provider delete_resource_provider_inventories delete_resource_provider_inventory delete_resource_provider_traits delete_snapshot(snapshot) delete_snapshot(snapshot)! delete_snapshot(snapshot)!~ delete_volume(volume) delete_volume(volume)! deprecated_for_removal description deserialize(data) deserialize(value) deserialize_context(ctxt) deserialize_entity(context,entity) deserialize_entity(ctxt,entity) detach_volume(**)! details device_scan_attempts disconnect_volume disconnect_volume(connection_properties,device_info)! disconnect_volume(connection_properties,device_info,force=,ignore_errors=)! dispatch(incoming)~ do_post_commit(txn)! do_request(url,method,**) do_setup(context)! domain_id domain_name domain_scoped done drop_all_objects(engine) drop_named_database(engine,ident,conditional=) emit(record) endpoint endpoint_override endpoints engine ensure_export(context,volume)! environ_to_dict(environ)! error_reason error_status_code exec_args(userargs) execute(*,**) execute(*,**)! execute(check_error=,log_errors=) execute(history,*,**) execute(parsed_args)! exists(device) expiration expires extend_volume extend_volume(connection_properties) extend_volume(connection_properties)! extend_volume(connection_properties)!~ extend_volume(context,**)!~ extend_volume(volume,new_size) extend_volume(volume,new_size)! factory(global_conf,**) fake_execute(cmd,*,**) fetch_signing_cert() fields filter(column)~ filter_vif_types(permitted_vif_type_names)~ find(**) findall(**)! format format(data) format(record) format_exception(e)! format_match formatter_default from_primitive(obj,attr,value) from_token(token)> get()! get(key) get(url,**) get(url,**)~ get_access(session,**)! get_all_available_volumes get_all_available_volumes(connection_properties=) get_all_available_volumes(connection_properties=)! get_all_available_volumes(connection_properties=)~ get_api_major_version(auth=,**) get_auth_connection_params(auth=,**)! get_auth_data(headers=) get_auth_data(headers=)! get_auth_data(session,auth,headers,**) get_auth_data(session,auth,headers,request_kwargs,**|session,auth,headers,**) get_auth_headers(auth=,**)! get_auth_ref(session,**) get_auth_ref(session,**)! get_auth_ref(session,**)>:access.access.AccessInfoV2,:access.AccessInfoV2 get_auth_ref(session,**)>:access.access.AccessInfoV3,:access.AccessInfoV3 get_auth_ref(session,**)~ get_batch_notification_listener>:notify.listener.BatchNotificationServer,:server.MessageHandlingServer get_cache_arguments()~ get_cache_id_elements() get_cache_id_elements()~ get_command(userargs,exec_dirs=) get_common_version() get_conf_options(deprecated_opts=) get_config(connection_properties)! get_connection_params(endpoint,**)!~ get_connection_params(session,**) get_connector_properties(*,**) get_connector_properties(root_helper,*,**) get_connector_properties(root_helper,*,**)~ get_container_entries(container,prefix)! get_controller(bridge)! get_data(parsed_args)~ get_default_goodness_function()! get_device_size(device)!~ get_discovery(session,url,authenticated=)! get_dpids(network_id) get_encoded() get_endpoint get_endpoint(auth=,**) get_endpoint(session,**) get_endpoint(session,**)~ get_endpoints(service_type=,endpoint_type=)!~ get_engine(use_slave=) get_environment(userargs,env=) get_extra_metadata(backup,volume)! get_goodness_function()! get_handlers(ev,state=)! get_headers(session,**) get_initiator() get_legacy_facade()~ get_mac(dpid,port_no) get_multi(keys) get_name() get_notification_listener>:notify.listener.NotificationServer,:server.MessageHandlingServer get_object_reader(container,object_name,extra_metadata=)! get_object_writer(container,object_name,extra_metadata=)! get_observers(ev,state)! get_optional_extensions() get_options() get_parser(prog_name) get_payload(session) get_payload(session)~ get_plugin_description()! get_port(dpid,port_no) get_port(dpid,remote_dpid) get_project_id(auth=) get_project_id(session,**) get_project_id(session,**)~ get_properties()!~ get_reader_engine()! get_remote_dpid(dpid,port_no) get_replication_updates(context)! get_report(base_id) get_report(base_id)~ get_required_extensions() get_resource_provider get_rpc_client>client_cls?:rpc.client.RPCClient get_schema() get_schema()~ get_search_path() get_search_path()! get_search_path()!~ get_search_path()~ get_service_components() get_session(use_slave=,**) get_sp_auth_url(session,sp_id,**) get_sp_url(session,sp_id,**) get_system_ca_file()! get_target_helper(db)~ get_token() get_token(auth=) get_token(session,**) get_token(session,**)! get_unscoped_auth_ref(session)~ get_unscoped_auth_ref(session,**)! get_urls(attr=,filter_value=,service_type=,endpoint_type=,region_name=,service_name=) get_urls(service_type=,endpoint_type=,region_name=,service_name=) get_urls(service_type=,interface=,region_name=,service_name=,service_id=,endpoint_id=)~ get_user_id(auth=) get_user_id(session,**) get_user_id(session,**)~ get_volume_paths get_volume_paths(connection_properties) get_volume_paths(connection_properties)! get_volume_paths(connection_properties)~ get_volume_stats(refresh=)! get_volume_stats(refresh=)~ get_workers() get_writer_engine()! global_request_id group_id handle_signal()! handles has_been_attached_code has_network(network_id) has_scope_parameters has_service_catalog() has_service_catalog()! head(url,**) head(url,**)~ healthcheck(server_port) host_agents(agent_type)! host_device host_matches_cert(host,x509)!~ http_log(args,kwargs,resp,body)!~ http_log_req(args,kwargs)!~ http_log_resp(resp,body|resp)!~ http_response_content http_status identity if_exists import_group(group,module_str) init_alert_notification() init_poolmanager(*,**) initialize()! initialize(connection,driver_type)! initialize_connection(volume,connector) initialize_connection(volume,connector)! initialize_connection(volume,connector,initiator_data=)! initialized interface interface_type introspect(access_token) invalidate() isDirty() is_admin_project is_allowed(endpoint,method) is_authenticated is_endpoint_type_match(endpoint,endpoint_type) is_federated is_interface_match(endpoint,interface) is_loaded()! is_partial_segment(segment)! is_signal_supported(sig_name)! is_valid() is_valid(resource_dict) is_volume_connected(volume_name) issued iter_links()~ json_request(method,url,**) kwargs launch_service(service,workers=) launch_service(service_instance,workers=) link(func,*,**) link(func,*,**)! list(limit=,offset=) list_error_traces()~ list_ifaces(bridge)! list_options_for_discovery()~ list_resource_classes list_resource_provider_traits list_resource_providers list_traces(fields=)~ list_traces(query=,fields=|fields=) load_from_argparse_arguments(namespace,**) load_from_argparse_arguments(namespace,**)>.BaseAuthPlugin load_from_argparse_arguments(namespace,**)~ load_from_cli_options(args,**)>.Session load_from_conf_options(conf,group,**) load_from_conf_options(conf,group,**)>.BaseAuthPlugin load_from_conf_options(conf,group,**)>.Session load_from_options(**)> load_from_options_getter(getter,**)>.BaseAuthPlugin local_path(volume) local_sdc_ip log_curl_request(method,url,kwargs)! log_http_response(resp,body=)! logger lookup_table makefile(*,**) manage_existing(volume,existing_ref) manage_existing(volume,existing_ref)! manage_existing_get_size(volume,existing_ref)! managed_type()~ management_url manager_class match(userargs) matches(event,row,old=)! max_threads max_version may_exist member_id message message_format metadata method migrate_volume(context,volume,host) min_version mount(share,flags=) msg_fmt name namespace network network_id non_vendor_interfaces notifier notify(info,**) notify(info,context=,**) notify_error_trace(data)!~ oauth2_client_id oauth2_client_secret oauth2_endpoint oauth_access_token_id oauth_consumer_id obj_make_compatible(primitive,target_version)~ object_name observe_event(ev_cls,states=) on_failure(history,*,**) options order_ref original original_binding_levels original_bottom_bound_segment original_top_bound_segment original_vif_details os_ironic_api_version os_type ovsdb_connection parse_opts(args) password patch(url,**) patch(url,**)~ payload payload_content_type platform plugin_class port_no post(url,**) post(url,**)~ post_commit(txn) post_commit(txn)! post_commit_failed_interfaces(txn)! print_items(items,offset=,skip_missing=) priority private_key private_key_passphrase process_bind_param(value,dialect) process_link(env,refnode,has_explicit_title,title,target) process_request process_request(req) process_request(req)! process_request(request) process_request(request)! process_response process_response(response)! process_result_value(value,dialect) project_domain_id project_domain_name project_id project_is_domain project_name project_scoped provides pswitch put(url,**) put(url,**)~ put_container(container)! raw_request(method,url,**) raw_version_data(allow_experimental=,allow_deprecated=,allow_unknown=)! reauthenticate region_name register_argparse_arguments(parser) register_cli_options(parser) register_conf_options(conf,group) register_conf_options(conf,group,deprecated_opts=) register_handler(ev_cls,handler) register_key(network_id,tunnel_key) register_observer(ev_cls,name,states=) register_opt(opt,group=)! register_opts(opts,group=) release() release_dynamic_segment(segment_id)! release_segment(context,segment)! release_segment(session,segment)! remove_consumer(context,managed_object_id,consumer_data)!~ remove_export(context,volume)! remove_export_snapshot(context,snapshot)!~ remove_manager(connection_uri)! remove_network(network_id) remove_service(type)~ reply_to_request(req,rep) request(url,method,**)! request(url,method,**)!~ request(url,method,**|*,**)! request_id request_ids requires rescoping_plugin reset()! reset_schema_data(engine,facade) resource_class response restart() restart_method result retriable_status_codes retrieve_service_content() retry_after retvalue retype(context,volume,new_type,diff,host) role_ids role_names root_helper run() run(event,initialize=) run_hooks(hook_type,*,**) run_idl(txn) run_idl(txn)~ run_iter(event,initialize=)! run_service(service,done) schema secret_ref seek(offset,whence=) send_event(name,ev,state=)! send_event_to_observers(ev,state=) send_exception(exc_type,exc_value,tb) serialize(obj) serialize_context(ctxt) serialize_entity(context,entity) serialize_entity(ctxt,entity) serializer server_ip server_password server_port server_token server_username service service_catalog service_name service_providers service_type services session set(device,check_exit_code=,state=,mtu=,address=,promisc=) set(device,check_exit_code=,state=,mtu=,address=,promisc=,master=) set(device,check_exit_code=,state=,mtu=,address=,promisc=,master=)! set(key,value) setUp() set_annotations(value)! set_bind(name,data)~ set_controller(bridge,controllers)! set_current_view_type(tp,visited=) set_execute(execute) set_execute(execute)! set_execute(execute)!~ set_fail_mode(bridge,mode)! set_loaded(val)! set_main_thread(thread) set_management_url(url)!~ set_multi(mapping) shutdown(wait=,&,cancel_futures=) signal_handler soft_delete(synchronize_session=) start() start()! start(initial_delay=,periodic_interval_max=,stop_on_exception=) start(initial_delay=,periodic_interval_max=,stop_on_exception=)~ start(initial_delay=,starting_interval=,timeout=,max_interval=,jitter=,min_interval=) start(initial_delay=,starting_interval=,timeout=,max_interval=,jitter=,min_interval=)~ start(interval,initial_delay=,stop_on_exception=) start(interval,initial_delay=,stop_on_exception=)~ start(interval,initial_delay=,stop_on_exception=,timeout=) start(interval,initial_delay=,stop_on_exception=,timeout=)~ status status_code status_code_retry_delay stop() stop()! stop(graceful=) stop_timers(wait=)! stringify(value) submit(fn,*,**) supported supported_transports supports_multipath()~ switch switch_features_handler system_scoped table table_name table_names take_action(args) take_action(parsed_args)~ tenant_id tenant_name terminate_connection(volume,connector)! terminate_connection(volume,connector,**)! terminate_connection_snapshot(snapshot,connector,**)!~ thread thread_done(thread) threads timeout timer_done(timer) timers to_dict() to_primitive(obj,attr,value) token transform_incoming(son,collection)! transform_outgoing(son,collection)! transport trust_id trust_scoped trustee_user_id trustor_user_id unmanage(volume)! unmanage_snapshot(snapshot)! unobserve_event(ev_cls) unregister_handler(ev_cls,handler) unregister_observer(ev_cls,name) unregister_observer_all_event(name) update_consistencygroup(context,group,add_volumes=,remove_volumes=)! update_container_name(backup,container)! update_group(context,group,add_volumes=,remove_volumes=)! update_key(network_id,tunnel_key) update_mac(network_id,dpid,port_no,mac_address) update_network(network_id) update_resource_class update_resource_provider_inventories update_resource_provider_inventory update_resource_provider_traits updated url url_for(attr=,filter_value=,service_type=,endpoint_type=)~ url_for(attr=,filter_value=,service_type=,endpoint_type=,service_name=,volume_service_name=) use_fatal_exceptions()! use_multipath user_agent user_domain_id user_domain_name user_id username validate(task,node|node|task)!~ validate_connector(connector)~ validate_connector_has_setting(connector,setting)!~ validate_inspection(task)~ validate_provider_segment(segment)! value version version_cap virtual_size volume_name volume_path vswitchd_has_completed(next_cfg)! wait() wait()! wait(timeout=) wait_interval will_expire_soon(stale_duration=) write(data) x_openstack_request_ids
automaton frozen
 automaton.exceptions
  AutomatonException<Exception
  Duplicate<.AutomatonException,Exception
  FrozenMachine<.AutomatonException,Exception
  InvalidState<.AutomatonException,Exception
  NotFound<.AutomatonException,Exception
  NotInitialized<.AutomatonException,Exception
 automaton.fsm
  FSM _current _start_state _states _transitions 304 307 add_transition(start,end,event) copy() current_state events freeze() frozen 664 pformat(sort=) process_event(event)! 854 858 start_state states terminated
 automaton.machines
  FiniteMachine Effect _Effect _current _default_start_state _effect_builder _post_process_event _pre_process_event _states _transitions 304 307 add_transition(start,end,event,replace=) build(state_space) 398 current_state default_start_state events freeze() frozen initialize(start_state=) is_actionable_event(event) pformat(sort=,empty=) process_event(event) states terminated
  HierarchicalFiniteMachine<.FiniteMachine Effect _Effect _effect_builder _nested_machines add_state(state,terminal=,on_enter=,on_exit=,machine=) 398 initialize(start_state=,nested_start_state_fetcher=) nested_machines
  ReactionProtocol*
  State is_terminal 740 next_states on_enter on_exit
  StateDict*
 automaton.runners
  FiniteRunner<.Runner _machine 854 858
  HierarchicalRunner<.Runner _machine _process_event 854 858
  Runner _machine run(event,initialize=)! 858
castellan context expiration
 castellan.common.credentials.credential
  Credential
 castellan.common.credentials.keystone_password
  KeystonePassword<:common.credentials.password.Password 68 110 111 221 222 223 224 _reauthenticate 269 275 276 277 338 478 479 796 797 798 800 809 950 977 978 979
 castellan.common.credentials.keystone_token
  KeystoneToken<:common.credentials.token.Token 68 110 111 221 222 223 224 _reauthenticate 269 338 478 479 796 797 798 800 809 950
 castellan.common.credentials.password
  Password<:common.credentials.credential.Credential 216 278 769 980
 castellan.common.credentials.token
  Token<:common.credentials.credential.Credential 268 946
 castellan.common.exception
  AuthTypeInvalidError<.CastellanException 732
  CastellanException<Exception 732
  Forbidden<.CastellanException 732
  InsufficientCredentialDataError<.CastellanException 732
  InvalidManagedObjectDictError<.CastellanException 732
  KeyManagerError<.CastellanException 732
  ManagedObjectNotFoundError<.CastellanException 732
  RedirectException<Exception 971
  UnknownManagedObjectTypeError<.CastellanException 732
 castellan.common.objects.certificate
  Certificate<:common.objects.managed_object.ManagedObject 94
 castellan.common.objects.key
  Key<:common.objects.managed_object.ManagedObject _alg 69 _key 318 349 from_dict(dict_fields,id=,metadata_only=,consumers=)~ to_dict(metadata_only=)~
 castellan.common.objects.managed_object
  ManagedObject _consumers 92 _id 204 392 427 517 from_dict(dict_fields,id=,metadata_only=,consumers=)> get_encoded()! id is_metadata_only() managed_type()! 740 to_dict(metadata_only=) 986
 castellan.common.objects.opaque_data
  OpaqueData<:common.objects.managed_object.ManagedObject 94 517 566 723
 castellan.common.objects.passphrase
  Passphrase<:common.objects.managed_object.ManagedObject _passphrase 517 566 723
 castellan.common.objects.private_key
  PrivateKey<:common.objects.key.Key _alg 69 _key 318 349 517 566 723
 castellan.common.objects.public_key
  PublicKey<:common.objects.key.Key _alg 69 _key 318 349 517 566 723
 castellan.common.objects.symmetric_key
  SymmetricKey<:common.objects.key.Key _alg 69 _key 318 349 517 566 723
 castellan.common.objects.x_509
  X509<:common.objects.certificate.Certificate 94 517 566 723
 castellan.context
  RequestContext 337 from_dict(values)> is_admin owner owner_is_project policy_enforcer project read_only 834 roles 877 944 update_store()! user
 castellan.key_manager.barbican_key_manager
  BarbicanKeyManager<:key_manager.key_manager.KeyManager _barbican_client _barbican_endpoint _base_url _create_base_url _create_secret_ref _current_context _delete_container _delete_order _get_active_order _get_barbican_client _get_barbican_endpoint _get_barbican_object _get_castellan_object _get_keystone_auth _get_normalized_payload _get_secret _get_secret_data _is_secret_not_found_error _retrieve_secret_uuid 245 _verify add_consumer(context,managed_object_id,consumer_data)~ 381 create_key(context,algorithm,length,expiration=,name=) create_key_pair(context,algorithm,length,expiration=,name=) delete(context,managed_object_id,force=) get(context,managed_object_id,metadata_only=) list(context,object_type=,metadata_only=)~ 698 remove_consumer(context,managed_object_id,consumer_data)~ store(context,managed_obj,expiration=|context,managed_object,expiration=)
 castellan.key_manager.key
  Key get_algorithm()! get_encoded()! get_format()!
 castellan.key_manager.key_manager
  KeyManager 245 add_consumer(context,managed_object_id,consumer_data)! copy_key(context,key_id,**)! create_key(context,algorithm,length,expiration=,name=|context,algorithm=,length=,expiration=,**)! 412 delete(context,managed_object_id,force=)! delete_key(context,key_id,**)! get(context,managed_object_id,metadata_only=)! get_key(context,key_id,**)! list(context,object_type=,metadata_only=)! list_options_for_discovery() remove_consumer(context,managed_object_id,consumer_data)! store(context,managed_object,expiration=)! store_key(context,key,expiration=,**)!
 castellan.key_manager.not_implemented_key_manager
  NotImplementedKeyManager<:key_manager.key_manager.KeyManager 294 copy(context,managed_object_id,**)!~ copy_key(context,key_id,**)!~ create_key(context,algorithm=,length=,expiration=,name=,**)! create_key_pair(context,algorithm,length,expiration=,name=|context,algorithm=,length=,expiration=,name=|context,algorithm,lengthm,expiration=)!~ delete(context,managed_object_id,**|context,managed_object_id,force=)!~ delete_key(context,key_id,**)!~ get(context,managed_object_id,**|context,managed_object_id,metadata_only=)!~ get_key(context,key_id,**)!~ list(context,object_type=,metadata_only=)!~ 824 store(context,managed_object,expiration=,**)!~ store_key(context,key,expiration=,**)!~
 castellan.key_manager.symmetric_key
  SymmetricKey<:key_manager.key.Key alg get_algorithm() 566 get_format() key
 castellan.key_manager.vault_key_manager
  VaultKeyManager<:key_manager.key_manager.KeyManager _approle_role_id _approle_secret_id _approle_token_id _approle_token_issue _approle_token_ttl _auth_method _auth_path _build_auth_headers _cached_approle_token_id _cached_token _cached_token_id _cached_token_issue _cached_token_ttl 77 _do_http_request _get_api_version _get_resource_url _get_url _kv_mountpoint _kv_path _kv_version _namespace _root_token_id 245 255 _set_namespace _store_key_value _timeout _token_file _token_role _vault_kv_version _vault_login _vault_url _verfy_server _verify_server 294 create_key(context,algorithm,length,expiration=,name=|context,algorithm,length,name=,**) 412 delete(context,key_id,force=|context,managed_object_id,force=) get(context,key_id,metadata_only=|context,managed_object_id,metadata_only=)! list(context,object_type=,metadata_only=) 698 824 store(context,key_value,**|context,managed_obj,expiration=)
debtcollector category message removal_version stacklevel version
 debtcollector.fixtures.disable
  DisableFixture*
 debtcollector.moves
  moved_read_only_property _category _message _new_name _old_name _stacklevel
 debtcollector.removals
  removed_property* deleter(fdel,/|fdel) getter(fget,/|fget) setter(fset,/|fset)
futurist
 futurist DelayedExecutorMixin=:_futures.DelayedExecutorMixin DelayedExecutorMixinBase=:_futures.DelayedExecutorMixinBase DynamicThreadPoolExecutor=:_futures.DynamicThreadPoolExecutor ExecutorStatistics=:_futures.ExecutorStatistics GreenDelayedExecutorMixin=:_futures.GreenDelayedExecutorMixin GreenFuture=:_futures.GreenFuture GreenThreadPoolExecutor=:_futures.GreenThreadPoolExecutor ProcessPoolExecutor=:_futures.ProcessPoolExecutor RejectedSubmission=:_futures.RejectedSubmission SynchronousExecutor=:_futures.SynchronousExecutor ThreadPoolExecutor=:_futures.ThreadPoolExecutor
 futurist._futures
  DelayedExecutorMixin<.DelayedExecutorMixinBase 132 _get_future_object 180 _join_thread _start_thread
  DelayedExecutorMixinBase* 900 submit_after(delay,fn,*,**)
  DynamicThreadPoolExecutor<.ThreadPoolExecutor _dead_workers _drop_thread _grow_threshold _maybe_spin_up _min_workers _shrink_threshold 286 maintain() 900
  ExecutorStatistics _REPR_MSG_TPL _cancelled _executed _failures _runtime average_runtime cancelled executed failures runtime
  GreenDelayedExecutorMixin<.DelayedExecutorMixinBase 132 _get_future_object 180 _join_thread _start_thread
  GreenFuture*
  GreenThreadPoolExecutor* 900 921
  ProcessPoolExecutor* 921
  RejectedSubmission<Exception
  SynchronousExecutor* 842 900 921
  ThreadPoolExecutor* get_num_idle_workers()~ shutdown(wait=,&,cancel_futures=)~ 921
 futurist.periodics
  ExecutorFactory shutdown
  ExistingExecutor<.ExecutorFactory _executor shutdown
  NeverAgain<Exception
  PeriodicWorker BUILT_IN_STRATEGIES DEFAULT_JITTER MAX_LOOP_IDLE _INITIAL_METRICS _NO_OP_ARGS _NO_OP_KWARGS _RESCHEDULE_DELAY _RESCHEDULE_JITTER _active _callables _cond_cls _dead _executor_factory _immediates _initial_schedule_strategy _log _metrics _now_func _on_failure _on_finish _run _schedule _schedule_strategy _tombstone _waiter _watchers _works add(cb,*,**) create(objects,exclude_hidden=,log=,executor_factory=,cond_cls=,event_cls=,schedule_strategy=,now_func=,on_failure=,args=,kwargs=)> iter_watchers()! pformat(columns=)! reset() start(allow_empty=,auto_stop_when_empty=) 916 995
  Watcher _REPR_MSG_TPL _metrics _work average_elapsed average_elapsed_waiting elapsed elapsed_waiting failures requested_stop runs successes work
  Work*
glance_store args asctime auth_token buf color datacenter deprecated_opts disable_ssl_certificate_validation domain exc_text excepthook force_exception_to_status_code freespace management_url msg msgid need_extend override_time params path project proxies reraise size size_gb success verify version
 glance_store AuthBadRequest=:exceptions.AuthBadRequest AuthUrlNotFound=:exceptions.AuthUrlNotFound AuthorizationFailure=:exceptions.AuthorizationFailure AuthorizationRedirect=:exceptions.AuthorizationRedirect BackendException=:exceptions.BackendException BackendGroupConfiguration=:driver.BackendGroupConfiguration BadAuthStrategy=:exceptions.BadAuthStrategy BadDriverConfiguration=:exceptions.BadDriverConfiguration BadStoreConfiguration=:exceptions.BadStoreConfiguration BadStoreUri=:exceptions.BadStoreUri Conflict=:exceptions.Conflict DriverLoadFailure=:exceptions.DriverLoadFailure Duplicate=:exceptions.Duplicate Forbidden=:exceptions.Forbidden ForbiddenPublicImage=:exceptions.ForbiddenPublicImage GlanceStoreException=:exceptions.GlanceStoreException HasSnapshot=:exceptions.HasSnapshot HostNotInitialized=:exceptions.HostNotInitialized ImageDataNotFound=:exceptions.ImageDataNotFound InUseByStore=:exceptions.InUseByStore Indexable=:backend.Indexable Invalid=:exceptions.Invalid InvalidImageStatusTransition=:exceptions.InvalidImageStatusTransition InvalidObject=:exceptions.InvalidObject InvalidParameterValue=:exceptions.InvalidParameterValue InvalidRedirect=:exceptions.InvalidRedirect MaxRedirectsExceeded=:exceptions.MaxRedirectsExceeded MissingCredentialError=:exceptions.MissingCredentialError NoServiceEndpoint=:exceptions.NoServiceEndpoint NotAuthenticated=:exceptions.NotAuthenticated NotFound=:exceptions.NotFound ProtectedImageDelete=:exceptions.ProtectedImageDelete RedirectException=:exceptions.RedirectException RegionAmbiguity=:exceptions.RegionAmbiguity RemoteServiceUnavailable=:exceptions.RemoteServiceUnavailable SchemaLoadError=:exceptions.SchemaLoadError StorageFull=:exceptions.StorageFull StorageQuotaFull=:exceptions.StorageQuotaFull StorageWriteDenied=:exceptions.StorageWriteDenied Store=:driver.Store StoreAddDisabled=:exceptions.StoreAddDisabled StoreAddNotSupported=:exceptions.StoreAddNotSupported StoreDeleteNotSupported=:exceptions.StoreDeleteNotSupported StoreGetNotSupported=:exceptions.StoreGetNotSupported StoreRandomGetNotSupported=:exceptions.StoreRandomGetNotSupported TimeoutError=:exceptions.TimeoutError UnknownHashingAlgo=:exceptions.UnknownHashingAlgo UnknownScheme=:exceptions.UnknownScheme UnsupportedBackend=:exceptions.UnsupportedBackend UnsupportedHeaderFeature=:exceptions.UnsupportedHeaderFeature WorkerCreationFailure=:exceptions.WorkerCreationFailure
 glance_store.backend
  Indexable another()! chunk cursor getvalue() size wrapped
 glance_store.capabilities
  BitMasks*
  StoreCapability _capabilities 356 contains(x,y)! is_capable(*) set_capabilities(*) unset_capabilities(*) update_capabilities()
 glance_store.common.attachment_state_manager
  AttachmentStateManagerMeta*
 glance_store.common.auth
  BaseStrategy 337 341 677 724 strategy
  KeystoneStrategy<.BaseStrategy MAX_REDIRECTS _do_request _v1_auth _v2_auth 337 340 check_auth_params()! configure_via_auth creds insecure 677 724 strategy
  NoAuthStrategy<.BaseStrategy 341 677 strategy
 glance_store.common.cinder_utils
  API attachment_complete attachment_create attachment_create_retry_attempts attachment_delete attachment_get attachment_update config create delete(client,volume_id) 502 get
 glance_store.common.fs_mount
  HostMountStateManagerMeta*
 glance_store.common.utils
  CooperativeReader fd iterator read
 glance_store.driver
  BackendGroupConfiguration* append_config_values(store_opts) get(key,default=) set_default(opt_name,default)
  Store<:capabilities.StoreCapability MULTI_BACKEND_OPTIONS OPTIONS READ_CHUNKSIZE WRITE_CHUNKSIZE _add _url_prefix add add_disabled(*,**)~ 344 381 configure(re_raise_bsc=)! configure_add()! delete get get_schemes()! get_size(location,context=)! get_store_location_class() set_acls(location,public=,read_tenants=,write_tenants=,context=)! store_location_class url_prefix validate_location(location)!~ weight
 glance_store.exceptions
  AuthBadRequest<.GlanceStoreException 732
  AuthUrlNotFound<.GlanceStoreException 732
  AuthorizationFailure<.GlanceStoreException 732
  AuthorizationRedirect<.GlanceStoreException 732
  BackendException<Exception
  BadAuthStrategy<.GlanceStoreException 732
  BadDriverConfiguration<.GlanceStoreException 732
  BadStoreConfiguration<.GlanceStoreException 732
  BadStoreUri<.GlanceStoreException 732
  Conflict<.GlanceStoreException 732
  DriverLoadFailure<.GlanceStoreException 732
  Duplicate<.GlanceStoreException 732
  Forbidden<.GlanceStoreException 732
  ForbiddenPublicImage<.Forbidden 732
  GlanceStoreException<Exception 732 msg
  HasSnapshot<.GlanceStoreException 732
  HostNotInitialized<.GlanceStoreException 732
  ImageDataNotFound<.NotFound 732
  InUseByStore<.GlanceStoreException 732
  Invalid<.GlanceStoreException 732
  InvalidImageStatusTransition<.Invalid 732
  InvalidObject<.GlanceStoreException 732
  InvalidParameterValue<.Invalid 732
  InvalidRedirect<.GlanceStoreException 732
  MaxRedirectsExceeded<.GlanceStoreException 732
  MissingCredentialError<.GlanceStoreException 732
  NoServiceEndpoint<.GlanceStoreException 732
  NotAuthenticated<.GlanceStoreException 732
  NotFound<.GlanceStoreException 732
  ProtectedImageDelete<.Forbidden 732
  RedirectException<Exception 971
  RegionAmbiguity<.GlanceStoreException 732
  RemoteServiceUnavailable<.GlanceStoreException 732
  SchemaLoadError<.GlanceStoreException 732
  StorageFull<.GlanceStoreException 732
  StorageQuotaFull<.GlanceStoreException 732
  StorageWriteDenied<.GlanceStoreException 732
  StoreAddDisabled<.GlanceStoreException 732
  StoreAddNotSupported<.GlanceStoreException 732
  StoreDeleteNotSupported<.GlanceStoreException 732
  StoreGetNotSupported<.GlanceStoreException 732
  StoreRandomGetNotSupported<.StoreGetNotSupported 732
  TimeoutError<.GlanceStoreException 732
  UnknownHashingAlgo<.GlanceStoreException 732
  UnknownScheme<.GlanceStoreException 732
  UnsupportedBackend<.BackendException
  UnsupportedHeaderFeature<.GlanceStoreException 732
  WorkerCreationFailure<.GlanceStoreException 732
 glance_store.location get_location_from_uri>.Location get_location_from_uri_and_backend>.Location
  Location 344 381 get_store_uri() get_uri() image_id store_location store_name store_specs
  StoreLocation 344 381 get_uri()! parse_uri(uri)! process_specs()! specs validate_schemas(uri,valid_schemas)
ironic_lib cache reraise
 ironic_lib.auth_basic
  BasicAuthMiddleware app auth_file 520
 ironic_lib.common.config
  Octal<oslo_config.types.Integer
 ironic_lib.disk_partitioner
  DiskPartitioner _alignment _device _disk_label _exec _fuser_pids_re _partitions _wait_for_disk_to_become_available add_partition(size,part_type=,fs_type=,boot_flag=,extra_flags=|size,part_type=,fs_type=,bootable=) commit() get_partitions()!
 ironic_lib.exception
  BadRequest<.IronicException 376
  CatalogNotFound<.IronicException 203
  ConfigInvalid<.IronicException 203
  FileSystemNotSupported<.IronicException 203 732
  InstanceDeployFailure<.IronicException 203 732
  InvalidMetricConfig<.IronicException 203 732
  IronicException<Exception 203 326 376 format_message()~ headers 690 732 safe
  KeystoneFailure<.IronicException
  KeystoneUnauthorized<.IronicException 203
  MetricsNotSupported<.IronicException 203
  ServiceLookupFailure<.IronicException 203
  ServiceRegistrationFailure<.IronicException 203
  Unauthorized<.IronicException 376 headers
 ironic_lib.json_rpc.client
  Client 320 can_send_version(version) prepare(topic,version=)>._CallContext 870 988
  _CallContext _handle_error _is_known_exception 233 320 call(context,method,version=,**) cast(context,method,version=,**) host port 870 987 988
 ironic_lib.json_rpc.server
  EmptyContext* 944
  InvalidParams<.JsonRpcError 203 376
  InvalidRequest<.JsonRpcError 203 376
  JsonRpcError<:exception.IronicException
  MethodNotFound<.JsonRpcError 203 376
  ParseError<.JsonRpcError 203 376
  WSGIService<oslo_service.service.Service,:wsgi.WSGIService 64 _call _handle_error _handle_requests _method_map context_class manager reset()~ 870 server start()~ stop()~ wait()~
 ironic_lib.mdns
  Zeroconf _registered _zc 375 get_endpoint(service_type,skip_loopback=,skip_link_local=) register_service(service_type,endpoint,params=)
 ironic_lib.metrics
  Counter metrics 740 sample_rate
  Gauge metrics 740
  MetricLogger 83 _delimiter _gauge _prefix _timer counter(name,sample_rate=)>.Counter gauge(name)>.Gauge get_metric_name(name) get_metrics_data() send_counter(name,value,sample_rate=) send_gauge(name,value) send_timer(name,value) timer(name)>.Timer
  NoopMetricLogger<.MetricLogger 83 _gauge _timer
  Timer 260 metrics 740
 ironic_lib.metrics_collector
  DictCollectionMetricLogger<:metrics.MetricLogger COUNTER_TYPE GAUGE_TYPE TIMER_TYPE 83 _gauge _send _timer get_metrics_data()
 ironic_lib.metrics_statsd
  StatsdMetricLogger<:metrics.MetricLogger COUNTER_TYPE GAUGE_TYPE TIMER_TYPE 83 _gauge _host _open_socket _port _send _target _timer
 ironic_lib.wsgi
  WSGIService<oslo_service.service.ServiceBase 77 740 reset() server 903 916 993
keystoneauth1 adapters auth_type history recorder represent_scalar text url
 keystoneauth1.access AccessInfo=:access.access.AccessInfo,.AccessInfo AccessInfoV2=:access.access.AccessInfoV2,.AccessInfoV2 AccessInfoV3=:access.access.AccessInfoV3,.AccessInfoV3
  AccessInfo 67 94 251 252 253 332 333 337 478 479 480 501 647 initial_audit_id 679 687 752 753 796 797 798 800 801 850 851 scoped 877 879 933 934 950 951 952 953 977 978 979 980 997
  AccessInfoV2<:access.access.AccessInfo,.AccessInfo 252 268 _trust _user 332 333 337 478 479 480 501 get 646 679 687 752 753 796 797 798 800 801 850 851 879 950 951 952 953 977 978 979 980 987
  AccessInfoV3<:access.access.AccessInfo,.AccessInfo _domain _oauth _project 252 253 _trust _user 332 333 478 479 480 501 646 679 687 752 753 796 797 798 800 801 850 851 879 950 951 952 953 977 978 979 980 987
 keystoneauth1.access.access
  AccessInfo 67 94 251 252 253 332 333 337 bind 478 479 480 501 647 initial_audit_id 675 679 687 752 753 796 797 798 799 800 801 850 851 scoped 877 879 927 933 934 950 951 952 953 977 978 979 980 997
  AccessInfoV2<.AccessInfo 94 252 268 _trust _user 332 333 337 bind 478 479 480 501 get 646 675 679 687 752 753 796 797 798 799 800 801 850 851 879 927 950 951 952 953 977 978 979 980 987
  AccessInfoV3<.AccessInfo _application_credential 94 _domain _oauth _oauth2_credential _project _project_domain 252 253 268 _trust _user _user_domain application_credential application_credential_access_rules 325 332 333 bind 478 479 480 501 646 675 679 687 oauth2_credential oauth2_credential_thumbprint 752 753 796 797 798 799 800 801 850 851 879 system 927 950 951 952 953 977 978 979 980 987
 keystoneauth1.access.service_catalog
  ServiceCatalog _catalog 96 _endpoints_by_type 135 _get_interface_list 151 207 359 endpoint_data_for(service_type=,interface=,region_name=,service_name=,service_id=,endpoint_id=)! from_token(token)! get_endpoint_data_list(service_type=,interface=,region_name=,service_name=,service_id=,endpoint_id=)! get_endpoints(service_type=,interface=,region_name=,service_name=,service_id=,endpoint_id=)! get_endpoints_data(service_type=,interface=,region_name=,service_name=,service_id=,endpoint_id=)! get_urls(service_type=,interface=,region_name=,service_name=,service_id=,endpoint_id=)! is_interface_match(endpoint,interface)! normalize_catalog()! normalize_interface(self,interface|interface)! url_for(service_type=,interface=,region_name=,service_name=,service_id=,endpoint_id=)
  ServiceCatalogV2<.ServiceCatalog 96 207 524 627 680 normalize_interface(interface)!
  ServiceCatalogV3<.ServiceCatalog 524 627 680 normalize_interface(interface)
 keystoneauth1.access.service_providers
  ServiceProviders 152 253 524 get_auth_url(sp_id) get_sp_url(sp_id)
 keystoneauth1.access.types
  AccessV2*
  ApplicationCredentialAccessRuleV3*
  ApplicationCredentialV3*
  CatalogServiceV2*
  DomainV3*
  EndpointV2*
  EndpointV3*
  FederationGroupV3*
  FederationProtocolV3*
  FederationProviderV3*
  FederationV3*
  MetadataV2*
  OAuth1V3*
  ProjectDomainV3*
  ProjectV3*
  RoleV2*
  RoleV3*
  ServiceProviderV3*
  ServiceV3*
  SystemV3*
  TenantV2*
  TokenResponseV2*
  TokenResponseV3*
  TokenV2*
  TrustV2*
  TrustV3*
  TrusteeUser*
  TrustorUser*
  UserDomainV3*
  UserV2*
 keystoneauth1.adapter
  Adapter<._BaseAdapter 227 256 314 allow allow_version_hack 334 371 373 386 387 431 440 486 527 get_all_version_data(interface=,region_name=)~ get_api_major_version(auth=,**)~ get_endpoint(auth=,**)~ get_endpoint_data(auth=)~ get_project_id(auth=)~ get_token(auth=)~ get_user_id(auth=)~ 639 648 670 invalidate(auth=)~ 717 729 737 770 777 804 raise_exc 810 register_argparse_arguments(parser,service_type=)~ register_service_argparse_arguments(parser,service_type)~ 831 845 878 880 882 status_code_retries 915 976 987
  LegacyJsonAdapter<._BaseAdapter,.Adapter 441 528 649 771 778 805 833
  _BaseAdapter 227 233 256 314 allow allow_version_hack 334 371 373 386 387 431 486 get_all_version_data(interface=,region_name=) 534 568 get_endpoint_data(auth=) 595 620 628 639 670 invalidate(auth=) 717 729 737 raise_exc 810 register_argparse_arguments(parser,service_type=) register_service_argparse_arguments(parser,service_type) 845 878 880 882 status_code_retries 915 976 987
 keystoneauth1.auth 2
 keystoneauth1.auth.base
  BaseAuthPlugin 555 569 577 588 596 615 616 622 629 673 705 709 711 712 811 813
 keystoneauth1.auth.identity 5 31 47 V2Password=:auth.identity.v2.Password V2Token=:auth.identity.v2.Token V3Password=:auth.identity.v3.password.Password V3Token=:auth.identity.v3.token.Token
 keystoneauth1.auth.identity.access
  AccessInfoPlugin<:auth.identity.base.BaseIdentityPlugin 335 541 673
 keystoneauth1.auth.identity.base
  BaseIdentityPlugin<:auth.base.BaseAuthPlugin 21 114 205 335 338 529 542 564 get_endpoint(session,service_type=,interface=,region_name=,service_name=,version=,**) 588 596 615 616 621 629 673 769 809 946 950 980
 keystoneauth1.auth.identity.generic 4 31 47
 keystoneauth1.auth.identity.generic.base
  BaseGenericPlugin<:auth.identity.base.BaseIdentityPlugin 109 110 111 162 _plugin 221 222 223 224 269 _v2_params _v3_params 417 541 588
 keystoneauth1.auth.identity.generic.password
  Password<:auth.identity.generic.base.BaseGenericPlugin 216 275 276 277 278 416 588
 keystoneauth1.auth.identity.generic.token
  Token<:auth.identity.generic.base.BaseGenericPlugin 268 416 588
 keystoneauth1.auth.identity.v2
  Auth<:auth.identity.base.BaseIdentityPlugin 537 543 588 933 934 950
  Password<.Auth 536 588 769 979 980
  Token<.Auth 536 588 946
 keystoneauth1.auth.identity.v3 Auth=:auth.identity.v3.base.Auth AuthConstructor=:auth.identity.v3.base.AuthConstructor AuthMethod=:auth.identity.v3.base.AuthMethod BaseAuth=:auth.identity.v3.base.BaseAuth FederationBaseAuth=:auth.identity.v3.federation.FederationBaseAuth Keystone2Keystone=:auth.identity.v3.k2k.Keystone2Keystone Password=:auth.identity.v3.password.Password PasswordMethod=:auth.identity.v3.password.PasswordMethod Token=:auth.identity.v3.token.Token TokenMethod=:auth.identity.v3.token.TokenMethod
 keystoneauth1.auth.identity.v3.base
  Auth<.BaseAuth auth_methods 544 unscoped
  AuthConstructor<.Auth 66
  AuthMethod* get_auth_data(session,auth,headers,**)!
  BaseAuth<:auth.identity.base.BaseIdentityPlugin 478 479 542 588 include_catalog 796 797 798 800 token_url 950
 keystoneauth1.auth.identity.v3.federation
  FederationBaseAuth<:auth.identity.v3.base.BaseAuth 150 federated_token_url 541 588 624 identity_provider protocol 837
 keystoneauth1.auth.identity.v3.k2k
  Keystone2Keystone<:auth.identity.v3.base.BaseAuth 17 REQUEST_ECP_URL 112 _get_ecp_assertion 150 189 _remote_auth_url 250 _sp_id 338 541 588 624 837
 keystoneauth1.auth.identity.v3.password
  Password<:auth.identity.v3.base.AuthConstructor 66 588
  PasswordMethod<:auth.identity.v3.base.AuthMethod 198 538 769 977 978 979 980
 keystoneauth1.auth.identity.v3.token
  Token<:auth.identity.v3.base.AuthConstructor 66 588
  TokenMethod<:auth.identity.v3.base.AuthMethod 198 538 946
 keystoneauth1.auth.token_endpoint
  Token<:auth.base.BaseAuthPlugin 485 569 588 get_token(session) 946
 keystoneauth1.discover
  Discover CURRENT_STATUSES 9 13 94 _url data_for(version,&,allow_experimental=,allow_deprecated=,allow_unknown=|version,**)! 808 url_for(version,&,allow_experimental=,allow_deprecated=,allow_unknown=|version,**) version_data(reverse=,&,allow_experimental=,allow_deprecated=,allow_unknown=|reverse=,**)! version_string_data(reverse=,&,allow_experimental=,allow_deprecated=,allow_unknown=|reverse=,**) versioned_data_for(url=,min_version=,max_version=,&,allow_experimental=,allow_deprecated=,allow_unknown=|url=,min_version=,max_version=,**)! versioned_url_for(min_version=,max_version=,&,allow_experimental=,allow_deprecated=,allow_unknown=|min_version=,max_version=,**)
  EndpointData _catalog_matches_exactly _catalog_matches_version _disc _get_catalog_discover_hack _get_discovery_url_choices _infer_version_data _run_discovery _saved_project_id _set_version_info 321 catalog_url endpoint_id get_all_version_string_data(session,project_id=) get_current_versioned_data(session,allow=,cache=,project_id=) get_versioned_data(session,allow=,cache=,allow_version_hack=,project_id=,discover_versions=,min_version=,max_version=)! 670 major_version max_microversion min_microversion next_min_version not_before 798 raw_endpoint 810 service_id 878 880 service_url 913 971
  Status CURRENT DEPRECATED EXPERIMENTAL KNOWN SUPPORTED UNKNOWN normalize(raw_status)
  VersionData*
 keystoneauth1.exceptions AuthPluginException=:exceptions.auth_plugins.AuthPluginException AuthorizationFailure=:exceptions.auth.AuthorizationFailure BadGateway=:exceptions.http.BadGateway BadRequest=:exceptions.http.BadRequest CatalogException=:exceptions.catalog.CatalogException ClientException=:exceptions.base.ClientException Conflict=:exceptions.http.Conflict ConnectFailure=:exceptions.connection.ConnectFailure ConnectTimeout=:exceptions.connection.ConnectTimeout ConnectionError=:exceptions.connection.ConnectionError DiscoveryFailure=:exceptions.discovery.DiscoveryFailure EmptyCatalog=:exceptions.catalog.EmptyCatalog EndpointNotFound=:exceptions.catalog.EndpointNotFound ExpectationFailed=:exceptions.http.ExpectationFailed Forbidden=:exceptions.http.Forbidden GatewayTimeout=:exceptions.http.GatewayTimeout Gone=:exceptions.http.Gone HTTPClientError=:exceptions.http.HTTPClientError HttpError=:exceptions.http.HttpError HttpNotImplemented=:exceptions.http.HttpNotImplemented HttpServerError=:exceptions.http.HttpServerError HttpVersionNotSupported=:exceptions.http.HttpVersionNotSupported ImpliedMaxVersionMismatch=:exceptions.discovery.ImpliedMaxVersionMismatch ImpliedMinVersionMismatch=:exceptions.discovery.ImpliedMinVersionMismatch ImpliedVersionMismatch=:exceptions.discovery.ImpliedVersionMismatch InternalServerError=:exceptions.http.InternalServerError InvalidDiscoveryEndpoint=:exceptions.oidc.InvalidDiscoveryEndpoint InvalidOidcDiscoveryDocument=:exceptions.oidc.InvalidOidcDiscoveryDocument InvalidResponse=:exceptions.response.InvalidResponse LengthRequired=:exceptions.http.LengthRequired MethodNotAllowed=:exceptions.http.MethodNotAllowed MissingAuthMethods=:exceptions.auth.MissingAuthMethods MissingAuthPlugin=:exceptions.auth_plugins.MissingAuthPlugin MissingRequiredOptions=:exceptions.auth_plugins.MissingRequiredOptions MissingRequiredParameters=:exceptions.auth_plugins.MissingRequiredParameters NoMatchingPlugin=:exceptions.auth_plugins.NoMatchingPlugin NotAcceptable=:exceptions.http.NotAcceptable NotFound=:exceptions.http.NotFound OidcAccessTokenEndpointNotFound=:exceptions.oidc.OidcAccessTokenEndpointNotFound OidcAuthorizationEndpointNotFound=:exceptions.oidc.OidcAuthorizationEndpointNotFound OidcDeviceAuthorizationEndpointNotFound=:exceptions.oidc.OidcDeviceAuthorizationEndpointNotFound OidcDeviceAuthorizationTimeOut=:exceptions.oidc.OidcDeviceAuthorizationTimeOut OidcGrantTypeMissmatch=:exceptions.oidc.OidcGrantTypeMissmatch OidcInvalidCodeChallengeMethod=:exceptions.oidc.OidcInvalidCodeChallengeMethod OidcPluginNotSupported=:exceptions.oidc.OidcPluginNotSupported OptionError=:exceptions.auth_plugins.OptionError PaymentRequired=:exceptions.http.PaymentRequired PreconditionFailed=:exceptions.http.PreconditionFailed ProxyAuthenticationRequired=:exceptions.http.ProxyAuthenticationRequired RequestEntityTooLarge=:exceptions.http.RequestEntityTooLarge RequestTimeout=:exceptions.http.RequestTimeout RequestUriTooLong=:exceptions.http.RequestUriTooLong RequestedRangeNotSatisfiable=:exceptions.http.RequestedRangeNotSatisfiable RetriableConnectionFailure=:exceptions.connection.RetriableConnectionFailure SSLError=:exceptions.connection.SSLError ServiceProviderNotFound=:exceptions.service_providers.ServiceProviderNotFound ServiceUnavailable=:exceptions.http.ServiceUnavailable Unauthorized=:exceptions.http.Unauthorized UnknownConnectionError=:exceptions.connection.UnknownConnectionError UnprocessableEntity=:exceptions.http.UnprocessableEntity UnsupportedMediaType=:exceptions.http.UnsupportedMediaType UnsupportedParameters=:exceptions.auth_plugins.UnsupportedParameters VersionNotAvailable=:exceptions.discovery.VersionNotAvailable
 keystoneauth1.exceptions.auth
  AuthorizationFailure<:exceptions.base.ClientException 732
  MissingAuthMethods<:exceptions.base.ClientException expires_at 732 methods receipt required_auth_methods 841
 keystoneauth1.exceptions.auth_plugins
  AuthPluginException<:exceptions.base.ClientException 732
  MissingAuthPlugin<.AuthPluginException 732
  MissingRequiredOptions<.OptionError 758
  MissingRequiredParameters<.AuthPluginException parameters plugin
  NoMatchingPlugin<.AuthPluginException 740
  OptionError<.AuthPluginException
  UnsupportedParameters<.AuthPluginException names
 keystoneauth1.exceptions.base
  ClientException<Exception 732
 keystoneauth1.exceptions.catalog
  CatalogException<:exceptions.base.ClientException 732
  EmptyCatalog<.EndpointNotFound 732
  EndpointNotFound<.CatalogException 732
 keystoneauth1.exceptions.connection
  ConnectFailure<.ConnectionError,.RetriableConnectionFailure 732
  ConnectTimeout<.ConnectionError,.RetriableConnectionFailure 732
  ConnectionError<:exceptions.base.ClientException 732
  RetriableConnectionFailure<Exception
  SSLError<.ConnectionError 732
  UnknownConnectionError<.ConnectionError 760
 keystoneauth1.exceptions.discovery
  DiscoveryFailure<:exceptions.base.ClientException 732
  ImpliedMaxVersionMismatch<.ImpliedVersionMismatch label
  ImpliedMinVersionMismatch<.ImpliedVersionMismatch label
  ImpliedVersionMismatch<ValueError label
  VersionNotAvailable<.DiscoveryFailure 732
 keystoneauth1.exceptions.http
  BadGateway<.HttpServerError 658 732
  BadRequest<.HTTPClientError 658 732
  Conflict<.HTTPClientError 658 732
  ExpectationFailed<.HTTPClientError 658 732
  Forbidden<.HTTPClientError 658 732
  GatewayTimeout<.HttpServerError 658 732
  Gone<.HTTPClientError 658 732
  HTTPClientError<.HttpError 732
  HttpError<:exceptions.base.ClientException 469 658 732 735 834 841 847 971
  HttpNotImplemented<.HttpServerError 658 732
  HttpServerError<.HttpError 732
  HttpVersionNotSupported<.HttpServerError 658 732
  InternalServerError<.HttpServerError 658 732
  LengthRequired<.HTTPClientError 658 732
  MethodNotAllowed<.HTTPClientError 658 732
  NotAcceptable<.HTTPClientError 658 732
  NotFound<.HTTPClientError 658 732
  PaymentRequired<.HTTPClientError 658 732
  PreconditionFailed<.HTTPClientError 658 732
  ProxyAuthenticationRequired<.HTTPClientError 658 732
  RequestEntityTooLarge<.HTTPClientError 658 732 847
  RequestTimeout<.HTTPClientError 658 732
  RequestUriTooLong<.HTTPClientError 658 732
  RequestedRangeNotSatisfiable<.HTTPClientError 658 732
  ServiceUnavailable<.HttpServerError 658 732
  Unauthorized<.HTTPClientError 658 732
  UnprocessableEntity<.HTTPClientError 658 732
  UnsupportedMediaType<.HTTPClientError 658 732
 keystoneauth1.exceptions.oidc
  InvalidDiscoveryEndpoint<:exceptions.auth_plugins.AuthPluginException 732
  InvalidOidcDiscoveryDocument<:exceptions.auth_plugins.AuthPluginException 732
  OidcAccessTokenEndpointNotFound<:exceptions.auth_plugins.AuthPluginException 732
  OidcAuthorizationEndpointNotFound<:exceptions.auth_plugins.AuthPluginException 732
  OidcDeviceAuthorizationEndpointNotFound<:exceptions.auth_plugins.AuthPluginException 732
  OidcDeviceAuthorizationTimeOut<:exceptions.auth_plugins.AuthPluginException 732
  OidcGrantTypeMissmatch<:exceptions.auth_plugins.AuthPluginException 732
  OidcInvalidCodeChallengeMethod<:exceptions.auth_plugins.AuthPluginException 732
  OidcPluginNotSupported<:exceptions.auth_plugins.AuthPluginException 732
 keystoneauth1.exceptions.response
  InvalidResponse<:exceptions.base.ClientException 732 841
 keystoneauth1.exceptions.service_providers
  ServiceProviderNotFound<:exceptions.base.ClientException sp_id
 keystoneauth1.fixture 11 DiscoveryList=:fixture.discovery.DiscoveryList FixtureValidationError=:fixture.exception.FixtureValidationError Link=:fixture.discovery.Link LoadingFixture=:fixture.plugin.LoadingFixture MediaType=:fixture.discovery.MediaType MicroversionDiscovery=:fixture.discovery.MicroversionDiscovery NovaMicroversionDiscovery=:fixture.discovery.NovaMicroversionDiscovery TestPlugin=:fixture.plugin.TestPlugin V2Discovery=:fixture.discovery.V2Discovery V2Token=:fixture.v2.Token V3Discovery=:fixture.discovery.V3Discovery V3FederationToken=:fixture.v3.V3FederationToken V3Token=:fixture.v3.Token VersionDiscovery=:fixture.discovery.VersionDiscovery
 keystoneauth1.fixture.discovery
  DiscoveryBase* 301 303
  DiscoveryList* add_microversion(href,id,&,min_version=,max_version=,status=,updated=|href,id,**)~ add_nova_microversion(href,id,&,min_version=,version=,status=,updated=|href,id,**)~ add_v2(href,id=,&,html=,pdf=,status=,updated=|href,**)! add_v3(href,id=,&,json=,xml=,status=,updated=|href,**)! add_version(version)!
  Link*
  MediaType*
  MicroversionDiscovery<.DiscoveryBase 729 737
  NovaMicroversionDiscovery<.DiscoveryBase 737 987
  V2Discovery<.DiscoveryBase _DESC_URL add_html_description()! add_pdf_description()!
  V3Discovery<.DiscoveryBase add_json_media_type()! add_xml_media_type()!
  VersionDiscovery<.DiscoveryBase
 keystoneauth1.fixture.exception
  FixtureValidationError<Exception
 keystoneauth1.fixture.plugin
  LoadingFixture* create_plugin()!>.TestPlugin get_endpoint(path=,**) get_plugin_loader(auth_type)>._TestPluginLoader 887
  TestPlugin<:plugin.BaseAuthPlugin auth_type 485 569 596 621 629 673 798 946 979
  _TestPluginLoader<:loading.base.BaseLoader _plugin create_plugin(**) 588
 keystoneauth1.fixture.v2
  Token* 305 add_service(type,name=) 829 889 set_scope(id=,name=)! set_trust(id=,trustee_user_id=)! validate()
 keystoneauth1.fixture.v3
  Token* 305 add_service(type,name=,id=) add_service_provider(sp_id,sp_auth_url,sp_url) 829 set_application_credential(application_credential_id,access_rules=)!~ 889 set_domain_scope(id=,name=)! set_oauth(access_token_id=,consumer_id=)! set_project_scope(id=,name=,domain_id=,domain_name=,is_domain=)! set_system_scope()~ set_trust_scope(id=,impersonation=,trustee_user_id=,trustor_user_id=)! validate()
  V3FederationToken<.Token FEDERATED_DOMAIN_ID _user_domain add_federation_info_to_user(identity_provider=,protocol=,groups=)!
 keystoneauth1.http_basic
  HTTPBasicAuth<:plugin.FixedEndpointPlugin,:plugin.BaseAuthPlugin 485 570 577 622 769 980
 keystoneauth1.identity BaseIdentityPlugin=:identity.base.BaseIdentityPlugin 32 48 V2Password=:identity.v2.Password V2Token=:identity.v2.Token V3ApplicationCredential=:identity.v3.application_credential.ApplicationCredential V3MultiFactor=:identity.v3.multi_factor.MultiFactor V3OAuth2ClientCredential=:identity.v3.oauth2_client_credential.OAuth2ClientCredential V3OAuth2mTlsClientCredential=:identity.v3.oauth2_mtls_client_credential.OAuth2mTlsClientCredential V3OidcAccessToken=:identity.v3.oidc.OidcAccessToken V3OidcAuthorizationCode=:identity.v3.oidc.OidcAuthorizationCode V3OidcClientCredentials=:identity.v3.oidc.OidcClientCredentials V3OidcDeviceAuthorization=:identity.v3.oidc.OidcDeviceAuthorization V3OidcPassword=:identity.v3.oidc.OidcPassword V3Password=:identity.v3.password.Password V3TOTP=:identity.v3.totp.TOTP V3Token=:identity.v3.token.Token V3TokenlessAuth=:identity.v3.tokenless_auth.TokenlessAuth
 keystoneauth1.identity.access
  AccessInfoPlugin<:identity.base.BaseIdentityPlugin 335 541 673
 keystoneauth1.identity.base
  BaseIdentityPlugin<:plugin.BaseAuthPlugin 21 104 114 191 205 335 338 529 get_all_version_data(session,interface=,region_name=,service_type=,**)~ get_api_major_version(session,&,endpoint_override=,service_type=,interface=,region_name=,service_name=,version=,allow=,allow_version_hack=,skip_discovery=,discover_versions=,min_version=,max_version=,**|session,service_type=,interface=,region_name=,service_name=,version=,allow=,allow_version_hack=,skip_discovery=,discover_versions=,min_version=,max_version=,**)~ 542 get_auth_state()~ get_cache_id()~ get_cache_id_elements()!~ 564 get_endpoint(session,service_type=,interface=,region_name=,service_name=,version=,allow=,allow_version_hack=,skip_discovery=,min_version=,max_version=,**) get_endpoint_data(session,&,endpoint_override=,discover_versions=,service_type=,interface=,region_name=,service_name=,allow=,allow_version_hack=,skip_discovery=,min_version=,max_version=,**|session,service_type=,interface=,region_name=,service_name=,allow=,allow_version_hack=,discover_versions=,skip_discovery=,min_version=,max_version=,endpoint_override=,**)!~ get_project_id(session,**)! 615 616 621 629 673 769 809 set_auth_state(data)~ 946 950 980
 keystoneauth1.identity.generic BaseGenericPlugin=:identity.generic.base.BaseGenericPlugin 32 48
 keystoneauth1.identity.generic.base
  BaseGenericPlugin<:identity.base.BaseIdentityPlugin _default_domain_id _default_domain_name 109 110 111 162 _plugin 221 222 223 224 _system_scope 269 _v2_params _v3_params 338 417 541 get_cache_id_elements(_implemented=)!~ 796 797
 keystoneauth1.identity.generic.password
  Password<:identity.generic.base.BaseGenericPlugin 216 275 276 277 278 416 549 977 978
 keystoneauth1.identity.generic.token
  Token<:identity.generic.base.BaseGenericPlugin 268 416 549
 keystoneauth1.identity.v2
  Auth<:identity.base.BaseIdentityPlugin 338 537 543 645 933 934 950
  Password<.Auth 536 549 769 979 980
  Token<.Auth 536 549 946
  Unset*
 keystoneauth1.identity.v3 ApplicationCredential=:identity.v3.application_credential.ApplicationCredential ApplicationCredentialMethod=:identity.v3.application_credential.ApplicationCredentialMethod Auth=:identity.v3.base.Auth AuthConstructor=:identity.v3.base.AuthConstructor AuthMethod=:identity.v3.base.AuthMethod BaseAuth=:identity.v3.base.BaseAuth FederationBaseAuth=:identity.v3.federation.FederationBaseAuth Keystone2Keystone=:identity.v3.k2k.Keystone2Keystone MultiFactor=:identity.v3.multi_factor.MultiFactor OAuth2ClientCredential=:identity.v3.oauth2_client_credential.OAuth2ClientCredential OAuth2ClientCredentialMethod=:identity.v3.oauth2_client_credential.OAuth2ClientCredentialMethod OAuth2mTlsClientCredential=:identity.v3.oauth2_mtls_client_credential.OAuth2mTlsClientCredential OidcAccessToken=:identity.v3.oidc.OidcAccessToken OidcAuthorizationCode=:identity.v3.oidc.OidcAuthorizationCode OidcClientCredentials=:identity.v3.oidc.OidcClientCredentials OidcDeviceAuthorization=:identity.v3.oidc.OidcDeviceAuthorization OidcPassword=:identity.v3.oidc.OidcPassword Password=:identity.v3.password.Password PasswordMethod=:identity.v3.password.PasswordMethod ReceiptMethod=:identity.v3.receipt.ReceiptMethod SupportsMultiFactor=:identity.v3.base.SupportsMultiFactor TOTP=:identity.v3.totp.TOTP TOTPMethod=:identity.v3.totp.TOTPMethod Token=:identity.v3.token.Token TokenMethod=:identity.v3.token.TokenMethod TokenlessAuth=:identity.v3.tokenless_auth.TokenlessAuth
 keystoneauth1.identity.v3.application_credential
  ApplicationCredential<:identity.v3.base.Auth,:identity.v3.base.AuthConstructor 66
  ApplicationCredentialMethod<:identity.v3.base.AuthMethod 198 325 application_credential_name application_credential_secret 539 548 977 978 979 980
 keystoneauth1.identity.v3.base
  Auth<.BaseAuth add_method(method)~ auth_methods 544 549 unscoped
  AuthConstructor<.Auth 66
  AuthMethod* get_auth_data(session,auth,headers,request_kwargs,**|session,auth,headers,**)! get_cache_id_elements()!
  BaseAuth<:identity.base.BaseIdentityPlugin 338 478 479 get_auth_ref(session,**)!~ 645 include_catalog 796 797 798 800 system_scope token_url 950
  SupportsMultiFactor*
 keystoneauth1.identity.v3.federation
  FederationBaseAuth<._Rescoped,:identity.v3.base.BaseAuth 150 federated_token_url 545 get_unscoped_auth_ref(session,**)!~ identity_provider protocol 837
  _Rescoped<:identity.v3.base.BaseAuth 150 541 624 837
 keystoneauth1.identity.v3.k2k
  Keystone2Keystone<:identity.v3.federation._Rescoped,:identity.v3.base.BaseAuth 17 HTTP_SEE_OTHER REQUEST_ECP_URL 112 _get_ecp_assertion 150 189 _remote_auth_url 250 _sp_id 338 545 624 837
 keystoneauth1.identity.v3.multi_factor
  MultiFactor<:identity.v3.base.Auth
 keystoneauth1.identity.v3.oauth2_client_credential
  OAuth2ClientCredential<:identity.v3.base.Auth,:identity.v3.base.AuthConstructor 66 _oauth2_client_id _oauth2_client_secret _oauth2_endpoint 577 749 750 751
  OAuth2ClientCredentialMethod<:identity.v3.base.AuthMethod 198 539 548 749 750 751
 keystoneauth1.identity.v3.oauth2_mtls_client_credential
  OAuth2mTlsClientCredential<:identity.v3.base.BaseAuth 338 544 577 oauth2_access_token 749 751
 keystoneauth1.identity.v3.oidc
  OidcAccessToken*<._OidcBase 591 get_unscoped_auth_ref(session,**)
  OidcAuthorizationCode*<._OidcBase 591 623
  OidcClientCredentials*<._OidcBase 590
  OidcDeviceAuthorization*<._OidcBase 590
  OidcPassword*<._OidcBase 591 623 manage_otp_from_session_or_request_to_the_user(payload,session)!~
  _OidcBase*<:identity.v3.federation.FederationBaseAuth get_payload(session)!~ get_unscoped_auth_ref(session,**)~
 keystoneauth1.identity.v3.password
  Password<:identity.v3.base.Auth,:identity.v3.base.AuthConstructor 66
  PasswordMethod<:identity.v3.base.AuthMethod 198 539 549 769 977 978 979 980
 keystoneauth1.identity.v3.receipt
  ReceiptMethod<:identity.v3.base.AuthMethod 198 539 548 receipt
 keystoneauth1.identity.v3.token
  Token<:identity.v3.base.Auth,:identity.v3.base.AuthConstructor 66
  TokenMethod<:identity.v3.base.AuthMethod 198 539 549 946
 keystoneauth1.identity.v3.tokenless_auth
  TokenlessAuth<:plugin.BaseAuthPlugin 338 478 479 get_endpoint(session,service_type=,**) 577 796 797 798 800
 keystoneauth1.identity.v3.totp
  TOTP<:identity.v3.base.Auth,:identity.v3.base.AuthConstructor 66
  TOTPMethod<:identity.v3.base.AuthMethod 198 539 548 passcode 977 978 979 980
 keystoneauth1.loading BaseFederationLoader=:loading.identity.BaseFederationLoader BaseGenericLoader=:loading.identity.BaseGenericLoader BaseIdentityLoader=:loading.identity.BaseIdentityLoader BaseLoader=:loading.base.BaseLoader BaseV2Loader=:loading.identity.BaseV2Loader BaseV3Loader=:loading.identity.BaseV3Loader Opt=:loading.opts.Opt
 keystoneauth1.loading.adapter
  Adapter<:loading.base._BaseLoader,:loading.base.BaseLoader get_conf_options(include_deprecated=,deprecated_opts=)! 588 708 775 register_conf_options(conf,group,include_deprecated=,deprecated_opts=)
 keystoneauth1.loading.base
  BaseLoader<._BaseLoader available create_plugin(**)!~ get_options()!~ 706 load_from_conf_options(conf,group,**)~ load_from_options(**)!~ load_from_options_getter(getter,**)!~ 775 register_argparse_arguments(parser)~ register_conf_options(conf,group)~
  _BaseLoader* create_plugin(**)! get_options()! load_from_options(**)! load_from_options_getter(getter,**)
 keystoneauth1.loading.identity
  BaseFederationLoader<.BaseV3Loader 588
  BaseGenericLoader<.BaseIdentityLoader 588
  BaseIdentityLoader<:loading.base.BaseLoader 588
  BaseV2Loader<.BaseIdentityLoader 588
  BaseV3Loader<.BaseIdentityLoader 588 load_from_options(**)
 keystoneauth1.loading.opts
  Opt _all_opts _to_oslo_opt argparse_args argparse_default argparse_envvars default deprecated 461 deprecated_opts dest group help metavar 740 prompt required sample_default secret type
 keystoneauth1.loading.session
  Session<:loading.base._BaseLoader,:loading.base.BaseLoader _get_conf_options get_conf_options(deprecated_opts=)!~ 588 704 708 load_from_options(insecure=,verify=,cacert=,cert=,key=,**)! 775 811 814
 keystoneauth1.noauth
  NoAuth<:plugin.FixedEndpointPlugin,:plugin.BaseAuthPlugin 485 570 621
 keystoneauth1.plugin
  BaseAuthPlugin 104 get_all_version_data(session,interface=,region_name=,service_type=,**)! get_api_major_version(session,&,endpoint_override=,**|session,endpoint_override=,**) 541 get_auth_state()! get_cache_id() 555 569 get_endpoint_data(session,&,endpoint_override=,discover_versions=,**|session,endpoint_override=,discover_versions=,**)! 577 596 615 616 622 629 673 set_auth_state(data)!
  ConnectionParams*
  FixedEndpointPlugin<.BaseAuthPlugin 485 get_endpoint(session,endpoint_override=,**) get_endpoint_data(session,&,endpoint_override=,discover_versions=,**|session,endpoint_override=,discover_versions=,**)
 keystoneauth1.service_catalog
  ServiceCatalog _catalog 135 get_endpoints(service_type=,endpoint_type=,region_name=,service_name=) get_urls(service_type=,endpoint_type=,region_name=,service_name=)! is_endpoint_type_match(endpoint,endpoint_type)! normalize_endpoint_type(self,endpoint_type)! url_for(service_type=,endpoint_type=,region_name=,service_name=)
  ServiceCatalogV2<.ServiceCatalog 524 626 678 normalize_endpoint_type(endpoint_type)!
  ServiceCatalogV3<.ServiceCatalog 524 626 678 normalize_endpoint_type(endpoint_type)
 keystoneauth1.service_providers
  ServiceProviders 152 253 524 get_auth_url(sp_id) get_sp_url(sp_id)
 keystoneauth1.service_token
  ServiceTokenAuthWrapper<:plugin.BaseAuthPlugin get_connection_params(*,**|session,**) get_endpoint(*,**|session,**) 577 get_project_id(*,**|session,**) get_sp_auth_url(session,sp_id,**|*,**) get_sp_url(session,sp_id,**|*,**) get_token(*,**|session,**) get_user_id(*,**|session,**) 673 service_auth user_auth
 keystoneauth1.session
  NoOpSemaphore
  RequestTiming elapsed 735 971
  Session 55 _REDIRECT_STATUSES _api_times _auth_required _collect_timing _connect_retries _determined_user_agent 104 _get_split_loggers _http_log_request _http_log_response _json _make 219 227 _remove_service_catalog 248 255 _set_microversion_headers _split_loggers adapters 314 additional_user_agent app_name app_version 334 cert 440 527 get_all_version_data(auth=,interface=,region_name=,service_type=,**) 534 535 540 552 get_endpoint(auth=,&,endpoint_override=,**)! get_endpoint_data(auth=,**) 595 get_timings() 620 628 648 invalidate(auth=)! 707 710 mount(scheme,adapter) original_ip 770 777 804 redirect 812 814 request(url,method,json=,original_ip=,user_agent=,redirect=,authenticated=,endpoint_filter=,auth=,requests_auth=,raise_exc=,allow_reauth=,log=,endpoint_override=,connect_retries=,logger=,allow=,client_name=,client_version=,microversion=,microversion_service_type=,status_code_retries=,retriable_status_codes=,rate_semaphore=,global_request_id=,connect_retry_delay=,status_code_retry_delay=,**)! reset_timings() 882 941 976 verify
  TCPKeepAliveAdapter* 663
 keystoneauth1.token_endpoint
  Token<:plugin.BaseAuthPlugin 485 545 569 get_endpoint_data(session,&,endpoint_override=,discover_versions=,**|session,endpoint_override=,discover_versions=,**)~ 621 946
keystonemiddleware args auth body context deaduntil domain msg msgid outcome override_time params reason requestPath service_token_valid status token_auth token_info user_token_valid version
 keystonemiddleware.audit ClientResource=:audit._api.ClientResource,.ClientResource KeystoneCredential=:audit._api.KeystoneCredential,.KeystoneCredential OpenStackAuditApi=:audit._api.OpenStackAuditApi,.OpenStackAuditApi PycadfAuditApiConfigError=:audit._api.PycadfAuditApiConfigError,.PycadfAuditApiConfigError
  AuditMiddleware 64 _cadf_audit 77 _create_event _emit_audit _event _get_aliases _ignore_path_list _ignore_req_list _notifier _process_request _process_response _service_name
  ClientResource<pycadf.resource.Resource 798
  KeystoneCredential<pycadf.credential.Credential identity_status
  OpenStackAuditApi _MAP _build_target _build_typeURI _clean_path _get_service_info get_action(req) get_target_resource(req)
  PycadfAuditApiConfigError<Exception
 keystonemiddleware.audit._api
  ClientResource<pycadf.resource.Resource 639 798 834
  KeystoneCredential<pycadf.credential.Credential identity_status
  OpenStackAuditApi _MAP _build_target _build_typeURI _clean_path _create_event _get_service_info _log get_action(req)! get_target_resource(req)!
  PycadfAuditApiConfigError<Exception
 keystonemiddleware.auth_token ConfigurationError=:exceptions.ConfigurationError,:auth_token._exceptions.ConfigurationError,.ConfigurationError InvalidToken=:auth_token._exceptions.InvalidToken,.InvalidToken RevocationListError=.RevocationListError,:auth_token._exceptions.RevocationListError ServiceError=:auth_token._exceptions.ServiceError,.ServiceError app_factory>.AuthProtocol
  AuthProtocol*<.BaseAuthProtocol,._BaseAuthProtocol fetch_token(token,allow_expired=)~ 791 process_response(response)
  BaseAuthProtocol _app 77 79 _do_fetch_token 115 175 _service_token_roles _service_token_roles_required _service_token_warning_emitted 254 _validate_token fetch_token(token,**)! kwargs_to_fetch_token log 792 794 validate_allowed_request(request,token)!
  ConfigurationError<Exception
  InvalidToken<Exception
  InvalidUserToken<Exception
  NetworkError<Exception
  RevocationListError<Exception
  ServiceError<Exception
  _BaseAuthProtocol _app 79 _do_fetch_token 115 _fetch_token 175 _validate_token log 792 794
  _IdentityServer AUTH_VERSION _LOG _adapter _admin_password _admin_tenant_name _admin_token _admin_token_expiry _admin_user _auth_version _cert_file _choose_api_version _do_fetch_cert_file _do_verify_token _fetch_cert_file 154 _get_supported_versions _http_connect_timeout 165 _http_request_max_retries _identity_uri 168 182 _key_file _req_auth_version _request_admin_token _request_strategy 234 235 255 _ssl_ca_file _ssl_insecure auth_uri 339 fetch_ca_cert() fetch_revocation_list(retry=)! 511 get_admin_token()! verify_token(user_token,retry=)!
 keystonemiddleware.auth_token._exceptions
  ConfigurationError<Exception
  InvalidToken<:exceptions.KeystoneMiddlewareException,Exception
  RevocationListError<:exceptions.KeystoneMiddlewareException,Exception
  ServiceError<:exceptions.KeystoneMiddlewareException,Exception
 keystonemiddleware.auth_token._identity
  IdentityServer _LOG _adapter _fetch_cert_file 154 168 182 _request_strategy 234 _requested_auth_interface 235 auth_uri 339 fetch_ca_cert() fetch_revocation_list() 511 673 verify_token(user_token,retry=,allow_expired=)! www_authenticate_uri
 keystonemiddleware.ec2_token app_factory>.EC2Token
  EC2Token 64 _ec2_error_response _get_access _get_signature 192
 keystonemiddleware.echo.service
  EchoService
 keystonemiddleware.exceptions
  ConfigurationError<.KeystoneMiddlewareException
  KeystoneMiddlewareException<Exception
 keystonemiddleware.external_oauth2_token
  AbstractAuthClient audience client_id get_config_option introspect(access_token)! introspect_endpoint 717 882
  ClientSecretBasicAuthClient<.AbstractAuthClient 372 672
  ClientSecretJwtAuthClient<.AbstractAuthClient 372 672 jwt_algorithm jwt_bearer_time_out
  ClientSecretPostAuthClient<.AbstractAuthClient 372 672
  ExternalAuth2Protocol 64 _audience _auth_method _client_id 77 _confirm_certificate_thumbprint 91 _fetch_token _get_client_certificate _get_config_option _http_client _introspect_endpoint _log _parse_necessary_info _read_data_from_token _reject_headers 255 _set_request_env _token_cache _token_cache_factory 792 794
  ForbiddenToken<:exceptions.KeystoneMiddlewareException
  InvalidToken<:exceptions.KeystoneMiddlewareException
  PrivateKeyJwtAuthClient<.AbstractAuthClient 672 jwt_algorithm jwt_bearer_time_out jwt_key_file 717
  ServiceError<:exceptions.KeystoneMiddlewareException
  TlsClientAuthClient<.AbstractAuthClient 672
 keystonemiddleware.fixture
  AuthTokenFixture* add_token(token_data,token_id=)!~ add_token_data(token_id=,expires=,user_id=,user_name=,user_domain_id=,user_domain_name=,project_id=,project_name=,project_domain_id=,project_domain_name=,role_list=,is_v2=|token_id=,expires=,user_id=,user_name=,user_domain_id=,user_domain_name=,project_id=,project_domain_id=,project_domain_name=,role_list=,is_v2=) fetch_token(token,**)~ 887
 keystonemiddleware.oauth2_mtls_token
  OAuth2mTlsProtocol*<:auth_token.AuthProtocol 791
 keystonemiddleware.oauth2_token
  OAuth2Protocol*<:auth_token.AuthProtocol 791
 keystonemiddleware.s3_token
  S3Token _app _deny_request 182 192 _request_uri _reseller_prefix _verify
  ServiceError<Exception
microversion_parse max_version min_version
 microversion_parse parse_version_string>.Version
  Version* matches(min_version=,max_version=)
 microversion_parse.middleware
  MicroversionMiddleware 324 json_error_formatter microversion_environ 880 versions
neutron_lib back_populates client default_factory dialect is_admin reraise response_timeout roles skip_undefined_check system_scope tenant_id tenant_name timeout timestamp transport_driver transport_url user_id
 neutron_lib.agent.extension
  AgentExtension consume_api(agent_api)! 665
 neutron_lib.agent.l2_extension
  L2AgentExtension<:agent.extension.AgentExtension delete_port(context,data)! handle_port(context,data)! handle_switch_restart()!~ 665
 neutron_lib.agent.l3_extension
  L3AgentExtension<:agent.extension.AgentExtension add_router(context,data)! delete_router(context,data)! ha_state_change(context,data)!~ update_network(context,data)!~ update_router(context,data)!
 neutron_lib.agent.linux.interface
  LinuxInterfaceDriver DEV_NAME_LEN DEV_NAME_PREFIX plug_new(network_id,port_id,device_name,mac_address,bridge=,namespace=,prefix=,mtu=,link_up=)! unplug(device_name,bridge=,namespace=,prefix=)!
 neutron_lib.api.attributes
  AttributeInfo _project_id_required attributes convert_values(res_dict,exc_cls=) fill_post_defaults(res_dict,exc_cls=,check_allow_post=) populate_project_id(context,res_dict,is_create) verify_attributes(attrs_to_verify)
 neutron_lib.api.extensions
  APIExtensionDescriptor<.ExtensionDescriptor _assert_api_definition api_definition get_alias() get_description() get_extended_resources(version)! 582 587 604 get_updated() update_attributes_map(attributes,extension_attrs_map=|extended_attributes,extension_attrs_map=)~
  ExtensionDescriptor get_actions() get_alias()! get_description()! get_extended_resources(version) get_name()! 587 get_pecan_resources() get_plugin_interface()! get_request_extensions() 604 get_resources() get_updated()! update_attributes_map(extended_attributes,extension_attrs_map=)
 neutron_lib.api.validators
  UndefinedValidator<Exception 732 validator_name
 neutron_lib.callbacks.events
  APIEventPayload<.EventPayload action collection_name method_name
  DBEventPayload<.EventPayload desired_state is_persisted is_to_be_committed latest_state
  EventPayload context has_states latest_state 734 request_body resource_id states
 neutron_lib.callbacks.exceptions
  CallbackFailure<:exceptions.MultipleExceptions _unpack_if_notification_error errors inner_exceptions
  Invalid<:exceptions.NeutronException 732
  NotificationError _cancellable callback_id error is_cancellable
 neutron_lib.callbacks.manager
  CallbacksManager _callbacks _del_callback _find _index _notify_loop 368 notify publish subscribe(callback,resource,event,priority=,cancellable=) unsubscribe(callback,resource,event) unsubscribe_all(callback) unsubscribe_by_resource(callback,resource)
 neutron_lib.clients.placement
  PlacementAPIClient 62 _client 77 85 95 121 _get _ks_filter 211 _post 225 _put 236 _target_version 327 create_inventory 418 419 451 452 453 454 455 delete_trait get_inventory get_resource_class 605 get_trait list_aggregates 699 700 701 list_traits update_inventory 966 967 968 969 update_trait
 neutron_lib.constants
  Sentinel
 neutron_lib.context
  Context<.ContextBaseWithSession 255 _txn_constraint clear_transaction_constraint()~ get_transaction_constraint()~ 882 set_transaction_constraint(resource,resource_id,rev_number)~
  ContextBase<oslo_context.context.RequestContext _can_set_project_id _has_global_access _is_advsvc _is_service_role can_set_project_id domain 478 elevated() from_dict(values) has_global_access is_admin is_advsvc is_service_role project_domain 796 798 800 tenant 933 934 timestamp 944 to_policy_values() user user_domain 977 979 user_name
  ContextBaseWithSession*<.ContextBase
 neutron_lib.db.model_base
  HasId id
  HasProject get_tenant_id() 798 set_tenant_id(value) 933
  HasProjectNoIndex<.HasProject 798
  HasProjectPrimaryKey<.HasProject 798
  HasProjectPrimaryKeyIndex<.HasProject 798
  HasProjectPrimaryUniqueKey<.HasProject 798
  HasStatusDescription 913 status_description
  NeutronBaseV2<._NeutronBase
  _NeutronBase<oslo_db.sqlalchemy.models.ModelBase _i next()
 neutron_lib.db.quota_api
  QuotaDriverAPI cancel_reservation(context,reservation_id)! commit_reservation(context,reservation_id)! delete_project_quota(context,project_id)! get_all_quotas(context,resources)! get_default_quotas(context,resources,project_id)! get_detailed_project_quotas(context,resources,project_id)! get_project_quotas(context,resources,project_id)! get_resource_usage(context,project_id,resources,resource_name)! get_workers()! limit_check(context,project_id,resources,values)! make_reservation(context,project_id,resources,deltas,plugin)! quota_limit_check(context,project_id,resources,deltas)! update_quota_limit(context,project_id,resource,limit)!
 neutron_lib.db.sqlalchemytypes
  CIDR* 786 795
  IPAddress* 786 795
  MACAddress* 786 795
  TruncatedDateTime* 786
 neutron_lib.db.standard_attr
  HasStandardAttributes _effective_standard_attribute_id _set_updated_revision_number api_collections api_sub_resources bump_revision() collection_resource_map created_at 462 get_api_collections() get_api_sub_resources() get_collection_resource_map() revision_number standard_attr standard_attr_id update(new_dict) updated_at validate_tag_support()
  StandardAttribute* bump_revision()
 neutron_lib.exceptions
  AddressScopePrefixConflict<.Conflict 732
  AdminRequired<.NotAuthorized 732
  BadRequest<.NeutronException 732
  BridgeDoesNotExist<.NeutronException 732
  CTZoneExhaustedError<.NeutronException 732
  Conflict<.NeutronException
  DNSNameServersExhausted<.BadRequest 732
  DeviceIDNotOwnedByProject<.Conflict 732
  DeviceIDNotOwnedByTenant<.Conflict 732
  DeviceNotFoundError<.NotFound 732
  DhcpPortInUse<.InUse 732
  DriverCallError<.MultipleExceptions
  DuplicatedExtension<.NeutronException 732
  EmptySubnetPoolPrefixList<.BadRequest 732
  ExtensionsNotFound<.NotFound 732
  ExternalIpAddressExhausted<.BadRequest 732
  FailToDropPrivilegesExit*
  FailedToAddQdiscToDevice<.NeutronException 732
  FilterIDForIPNotFound<.NotFound 732
  FlatNetworkInUse<.InUse 732
  GatewayConflictWithAllocationPools<.InUse 732
  GatewayIpInUse<.InUse 732
  HostMacAddressGenerationFailure<.ServiceUnavailable 732
  HostRoutesExhausted<.BadRequest 732
  IllegalSubnetPoolAssociationToAddressScope<.BadRequest 732
  IllegalSubnetPoolIpVersionAssociationToAddressScope<.BadRequest 732
  IllegalSubnetPoolPrefixBounds<.BadRequest 732
  IllegalSubnetPoolPrefixUpdate<.BadRequest 732
  IllegalSubnetPoolUpdate<.BadRequest 732
  InUse<.NeutronException 732
  Invalid<.NeutronException 732
  InvalidAllocationPool<.BadRequest 732
  InvalidCIDR<.BadRequest 732
  InvalidConfigurationOption<.NeutronException 732
  InvalidContentType<.NeutronException 732
  InvalidInput<.BadRequest 732
  InvalidInputSubnetServiceType<.InvalidInput 732
  InvalidIpForNetwork<.BadRequest 732
  InvalidIpForSubnet<.BadRequest 732
  InvalidQuotaValue<.Conflict 732
  InvalidServiceType<.InvalidInput 732
  InvalidSharedSetting<.Conflict 732
  InvalidSubnetServiceType<.InvalidInput 732
  IpAddressGenerationFailure<.Conflict 732
  IpAddressInUse<.InUse 732
  MacAddressInUse<.InUse 732
  MalformedRequestBody<.BadRequest 732
  MaxPrefixSubnetAllocationError<.BadRequest 732
  MinPrefixSubnetAllocationError<.BadRequest 732
  MultipleExceptions<Exception inner_exceptions
  MultipleFilterIDForIPFound<.Conflict 732
  NetworkIdOrRouterIdRequiredError<.NeutronException 732
  NetworkInUse<.InUse 732
  NetworkMTUSubnetConflict<.Conflict 732
  NetworkMacAddressGenerationFailure<.ServiceUnavailable 732
  NetworkNotFound<.NotFound 732
  NetworkSubnetPoolAffinityError<.BadRequest 732
  NetworkTunnelRangeError<.NeutronException 732
  NetworkVlanRangeError<.NeutronException 732
  NetworkVxlanPortRangeError<.NeutronException 732
  NeutronException<Exception 732 msg 974
  NoNetworkAvailable<.ResourceExhausted 732
  NoNetworkFoundInMaximumAllowedAttempts<.ServiceUnavailable 732
  NotAuthorized<.NeutronException 732
  NotFound<.NeutronException
  ObjectActionError<.NeutronException 732
  ObjectNotFound<.NotFound 732
  OutOfBoundsAllocationPool<.BadRequest 732
  OverQuota<.Conflict 732
  OverlappingAllocationPools<.Conflict 732
  PhysicalNetworkNameError<.NeutronException 732
  PolicyCheckError<.NeutronException 732
  PolicyInitError<.NeutronException 732
  PortBindingAlreadyActive<.Conflict 732
  PortBindingAlreadyExists<.Conflict 732
  PortBindingError<.NeutronException 732
  PortBindingNotFound<.NotFound 732
  PortBound<.InUse 732
  PortBoundNUMAAffinityPolicy<.InUse 732
  PortInUse<.InUse 732
  PortNotFound<.NotFound 732
  PortNotFoundOnNetwork<.NotFound 732
  PreexistingDeviceFailure<.NeutronException 732
  PrefixVersionMismatch<.BadRequest 732
  ProcessExecutionError<RuntimeError returncode
  ProjectQuotaNotFound<.NotFound 732
  QuotaMissingProject<.BadRequest 732
  QuotaMissingTenant<.BadRequest 732
  QuotaResourceUnknown<.NotFound 732
  ResourceExhausted<.ServiceUnavailable
  ServicePortInUse<.InUse 732
  ServiceUnavailable<.NeutronException 732
  StateInvalid<.BadRequest 732
  SubnetAllocationError<.NeutronException 732
  SubnetInUse<.InUse 732
  SubnetMismatchForPort<.BadRequest 732
  SubnetNotFound<.NotFound 732
  SubnetPoolDeleteError<.BadRequest 732
  SubnetPoolInUse<.InUse 732
  SubnetPoolNotFound<.NotFound 732
  SubnetPoolQuotaExceeded<.OverQuota 732
  TenantIdProjectIdFilterConflict<.BadRequest 732
  TenantQuotaNotFound<.NotFound 732
  TooManyExternalNetworks<.NeutronException 732
  TunnelIdInUse<.InUse 732
  UnsupportedMinSubnetPoolPrefix<.BadRequest 732
  UnsupportedPortDeviceOwner<.Conflict 732
  VlanIdInUse<.InUse 732
  VxlanNetworkUnsupported<.NeutronException 732
 neutron_lib.exceptions.address_group
  AddressGroupInUse<:exceptions.InUse 732
  AddressGroupNotFound<:exceptions.NotFound 732
  AddressesAlreadyExist<:exceptions.BadRequest 732
  AddressesNotFound<:exceptions.NotFound 732
 neutron_lib.exceptions.address_scope
  AddressScopeInUse<:exceptions.InUse 732
  AddressScopeNotFound<:exceptions.NotFound 732
  AddressScopeUpdateError<:exceptions.BadRequest 732
  NetworkAddressScopeAffinityError<:exceptions.BadRequest 732
 neutron_lib.exceptions.agent
  AgentNotFound<:exceptions.NotFound 732
  AgentNotFoundByTypeHost<:exceptions.NotFound 732
  MultipleAgentFoundByTypeHost<:exceptions.Conflict 732
 neutron_lib.exceptions.allowedaddresspairs
  AddressPairAndPortSecurityRequired<:exceptions.Conflict 732
  AllowedAddressPairExhausted<:exceptions.BadRequest 732
  AllowedAddressPairsMissingIP<:exceptions.InvalidInput 732
  DuplicateAddressPairInRequest<:exceptions.InvalidInput 732
 neutron_lib.exceptions.availability_zone
  AvailabilityZoneNotFound<:exceptions.NotFound 732
 neutron_lib.exceptions.dhcpagentscheduler
  InvalidDHCPAgent<:exceptions.agent.AgentNotFound 732
  NetworkHostedByDHCPAgent<:exceptions.Conflict 732
  NetworkNotHostedByDhcpAgent<:exceptions.Conflict 732
 neutron_lib.exceptions.dns
  DNSDomainNotFound<:exceptions.NotFound 732
  DuplicateRecordSet<:exceptions.Conflict 732
  ExternalDNSDriverNotFound<:exceptions.NotFound 732
  ExternalDNSOverQuota<:exceptions.OverQuota 732
  InvalidPTRZoneConfiguration<:exceptions.Conflict 732
 neutron_lib.exceptions.dvr
  DVRMacAddressNotFound<:exceptions.NotFound 732
 neutron_lib.exceptions.external_net
  ExternalNetworkInUse<:exceptions.InUse 732
 neutron_lib.exceptions.extraroute
  InvalidRoutes<:exceptions.InvalidInput 732
  RouterInterfaceInUseByRoute<:exceptions.InUse 732
  RoutesExhausted<:exceptions.BadRequest 732
 neutron_lib.exceptions.firewall_v1
  FirewallInPendingState<:exceptions.Conflict 732
  FirewallInUse<:exceptions.InUse 732
  FirewallInternalDriverError<:exceptions.NeutronException 732
  FirewallIpAddressConflict<:exceptions.InvalidInput 732
  FirewallNotFound<:exceptions.NotFound 732
  FirewallPolicyConflict<:exceptions.Conflict 732
  FirewallPolicyInUse<:exceptions.InUse 732
  FirewallPolicyNotFound<:exceptions.NotFound 732
  FirewallPolicySharingConflict<:exceptions.Conflict 732
  FirewallRouterInUse<:exceptions.InUse 732
  FirewallRuleConflict<:exceptions.Conflict 732
  FirewallRuleInUse<:exceptions.InUse 732
  FirewallRuleInfoMissing<:exceptions.InvalidInput 732
  FirewallRuleInvalidAction<:exceptions.InvalidInput 732
  FirewallRuleInvalidICMPParameter<:exceptions.InvalidInput 732
  FirewallRuleInvalidPortValue<:exceptions.InvalidInput 732
  FirewallRuleInvalidProtocol<:exceptions.InvalidInput 732
  FirewallRuleNotAssociatedWithPolicy<:exceptions.InvalidInput 732
  FirewallRuleNotFound<:exceptions.NotFound 732
  FirewallRuleSharingConflict<:exceptions.Conflict 732
  FirewallRuleWithPortWithoutProtocolInvalid<:exceptions.InvalidInput 732
 neutron_lib.exceptions.firewall_v2
  FirewallGroupCannotRemoveDefault<:exceptions.InUse 732
  FirewallGroupCannotUpdateDefault<:exceptions.InUse 732
  FirewallGroupDefaultAlreadyExists<:exceptions.InUse 732
  FirewallGroupInPendingState<:exceptions.Conflict 732
  FirewallGroupInUse<:exceptions.InUse 732
  FirewallGroupNotFound<:exceptions.NotFound 732
  FirewallGroupPortInUse<:exceptions.InUse 732
  FirewallGroupPortInvalid<:exceptions.Conflict 732
  FirewallGroupPortInvalidProject<:exceptions.Conflict 732
  FirewallGroupPortNotSupported<:exceptions.Conflict 732
  FirewallInternalDriverError<:exceptions.NeutronException 732
  FirewallIpAddressConflict<:exceptions.InvalidInput 732
  FirewallPolicyConflict<:exceptions.NotFound 732
  FirewallPolicyInUse<:exceptions.InUse 732
  FirewallPolicyNotFound<:exceptions.NotFound 732
  FirewallPolicySharingConflict<:exceptions.Conflict 732
  FirewallRuleAlreadyAssociated<:exceptions.Conflict 732
  FirewallRuleConflict<:exceptions.Conflict 732
  FirewallRuleInUse<:exceptions.InUse 732
  FirewallRuleInfoMissing<:exceptions.InvalidInput 732
  FirewallRuleInvalidAction<:exceptions.InvalidInput 732
  FirewallRuleInvalidICMPParameter<:exceptions.InvalidInput 732
  FirewallRuleInvalidPortValue<:exceptions.InvalidInput 732
  FirewallRuleInvalidProtocol<:exceptions.InvalidInput 732
  FirewallRuleNotAssociatedWithPolicy<:exceptions.InvalidInput 732
  FirewallRuleNotFound<:exceptions.NotFound 732
  FirewallRuleSharingConflict<:exceptions.NotFound 732
  FirewallRuleWithPortWithoutProtocolInvalid<:exceptions.InvalidInput 732
 neutron_lib.exceptions.flavors
  FlavorDisabled<:exceptions.ServiceUnavailable 732
  FlavorInUse<:exceptions.InUse 732
  FlavorNotFound<:exceptions.NotFound 732
  FlavorServiceProfileBindingExists<:exceptions.Conflict 732
  FlavorServiceProfileBindingNotFound<:exceptions.NotFound 732
  ServiceProfileDisabled<:exceptions.ServiceUnavailable 732
  ServiceProfileDriverNotFound<:exceptions.NotFound 732
  ServiceProfileEmpty<:exceptions.InvalidInput 732
  ServiceProfileInUse<:exceptions.InUse 732
  ServiceProfileNotFound<:exceptions.NotFound 732
 neutron_lib.exceptions.l3
  AbortSyncRouters<:exceptions.NeutronException 732
  BfdMonitorInUse<:exceptions.InUse 732
  ExternalGatewayForFloatingIPNotFound<:exceptions.NotFound 732
  FipAssociated<:exceptions.InUse 732
  FloatingIPNotFound<:exceptions.NotFound 732
  FloatingIPPortAlreadyAssociated<:exceptions.InUse 732
  FloatingIpSetupException<:exceptions.NeutronException 732
  IpTablesApplyException<:exceptions.NeutronException 732
  L3ExtensionException<:exceptions.NeutronException 732
  RouterExternalGatewayInUseByFloatingIp<:exceptions.InUse 732
  RouterInUse<:exceptions.InUse 732
  RouterInterfaceAttachmentConflict<:exceptions.Conflict 732
  RouterInterfaceInUseByFloatingIP<:exceptions.InUse 732
  RouterInterfaceNotFound<:exceptions.NotFound 732
  RouterInterfaceNotFoundForSubnet<:exceptions.NotFound 732
  RouterNotCompatibleWithAgent<:exceptions.NeutronException 732
  RouterNotFound<:exceptions.NotFound 732
  RouterNotFoundInRouterFactory<:exceptions.NeutronException 732
 neutron_lib.exceptions.l3_ext_gw_multihoming
  UnableToAddExtraGateways<:exceptions.NeutronException 732
  UnableToMatchGateways<:exceptions.NeutronException 732
  UnableToRemoveGateways<:exceptions.NeutronException 732
 neutron_lib.exceptions.l3_ext_ha_mode
  DuplicatedHANetwork<:exceptions.Conflict 732
  HAMaximumAgentsNumberNotValid<:exceptions.NeutronException 732
  HANetworkCIDRNotValid<:exceptions.NeutronException 732
  HANetworkConcurrentDeletion<:exceptions.Conflict 732
  MaxVRIDAllocationTriesReached<:exceptions.NeutronException 732
  NoVRIDAvailable<:exceptions.Conflict 732
 neutron_lib.exceptions.local_ip
  LocalIPAssociationNotFound<:exceptions.NotFound 732
  LocalIPInUse<:exceptions.InUse 732
  LocalIPNoIP<:exceptions.InvalidInput 732
  LocalIPNoRequestedIP<:exceptions.InvalidInput 732
  LocalIPNotFound<:exceptions.NotFound 732
  LocalIPPortOrNetworkRequired<:exceptions.InvalidInput 732
  LocalIPRequestedIPNotFound<:exceptions.InvalidInput 732
 neutron_lib.exceptions.metering
  DuplicateMeteringRuleInPost<:exceptions.InUse 732
  MeteringLabelNotFound<:exceptions.NotFound 732
  MeteringLabelRuleNotFound<:exceptions.NotFound 732
  MeteringLabelRuleOverlaps<:exceptions.Conflict 732
 neutron_lib.exceptions.multiprovidernet
  SegmentsContainDuplicateEntry<:exceptions.InvalidInput 732
  SegmentsSetInConjunctionWithProviders<:exceptions.InvalidInput 732
 neutron_lib.exceptions.network_segment_range
  NetworkSegmentRangeDefaultReadOnly<:exceptions.BadRequest,:exceptions.NeutronException 732
  NetworkSegmentRangeNetTypeNotSupported<:exceptions.BadRequest,:exceptions.NeutronException 732
  NetworkSegmentRangeNotFound<:exceptions.NotFound 732
  NetworkSegmentRangeOverlaps<:exceptions.Conflict 732
  NetworkSegmentRangeReferencedByProject<:exceptions.InUse,:exceptions.NeutronException 732
 neutron_lib.exceptions.placement
  AmbiguousResponsibilityForResourceProvider<:exceptions.NeutronException 732
  PlacementAPIVersionIncorrect<:exceptions.NotFound 732
  PlacementAggregateNotFound<:exceptions.NotFound 732
  PlacementAllocationGenerationConflict<:exceptions.Conflict 732
  PlacementAllocationRemoved<:exceptions.BadRequest 732
  PlacementAllocationRpNotExists<:exceptions.BadRequest 732
  PlacementClientError<:exceptions.NeutronException 732
  PlacementEndpointNotFound<:exceptions.NotFound 732
  PlacementInventoryNotFound<:exceptions.NotFound 732
  PlacementInventoryUpdateConflict<:exceptions.Conflict 732
  PlacementResourceClassNotFound<:exceptions.NotFound 732
  PlacementResourceNotFound<:exceptions.NotFound 732
  PlacementResourceProviderGenerationConflict<:exceptions.Conflict 732
  PlacementResourceProviderNameNotUnique<:exceptions.Conflict 732
  PlacementResourceProviderNotFound<:exceptions.NotFound 732
  PlacementTraitNotFound<:exceptions.NotFound 732
  UnknownResourceProvider<:exceptions.BadRequest 732
 neutron_lib.exceptions.port_security
  PortSecurityAndIPRequiredForSecurityGroups<:exceptions.InvalidInput 732
  PortSecurityPortHasSecurityGroup<:exceptions.InUse 732
 neutron_lib.exceptions.qos
  FloatingIPQosBindingError<:exceptions.NeutronException 732
  FloatingIPQosBindingNotFound<:exceptions.NotFound 732
  NetworkQosBindingError<:exceptions.NeutronException 732
  NetworkQosBindingNotFound<:exceptions.NotFound 732
  PolicyRemoveAuthorizationError<:exceptions.NotAuthorized 732
  PortQosBindingError<:exceptions.NeutronException 732
  PortQosBindingNotFound<:exceptions.NotFound 732
  QoSPolicyDefaultAlreadyExists<:exceptions.Conflict 732
  QoSRuleParameterConflict<:exceptions.Conflict 732
  QoSRulesConflict<:exceptions.Conflict 732
  QosPlacementAllocationConflict<:exceptions.Conflict 732
  QosPlacementAllocationUpdateConflict<:exceptions.Conflict 732
  QosPolicyInUse<:exceptions.InUse 732
  QosPolicyNotFound<:exceptions.NotFound 732
  QosRuleNotFound<:exceptions.NotFound 732
  QosRuleNotSupported<:exceptions.Conflict 732
  QosRuleNotSupportedByNetwork<:exceptions.Conflict 732
  RouterQosBindingError<:exceptions.NeutronException 732
  RouterQosBindingNotFound<:exceptions.NotFound 732
  TcLibQdiscNeededArguments<:exceptions.NeutronException 732
  TcLibQdiscTypeError<:exceptions.NeutronException 732
 neutron_lib.exceptions.taas
  InvalidDestinationPort<:exceptions.NotFound 732
  InvalidSourcePort<:exceptions.NotFound 732
  PortDoesNotBelongToProject<:exceptions.NotAuthorized 732
  PortDoesNotBelongToTenant<:exceptions.NotAuthorized 732
  TapFlowNotFound<:exceptions.NotFound 732
  TapMirrorNotFound<:exceptions.NotFound 732
  TapMirrorTunnelConflict<:exceptions.Conflict 732
  TapServiceLimitReached<:exceptions.OverQuota 732
  TapServiceNotBelongToProject<:exceptions.NotAuthorized 732
  TapServiceNotBelongToTenant<:exceptions.NotAuthorized 732
  TapServiceNotFound<:exceptions.NotFound 732
 neutron_lib.exceptions.vlanqinq
  VlanQinqDriverError<:exceptions.BadRequest 732
 neutron_lib.exceptions.vlantransparent
  VlanTransparencyDriverError<:exceptions.BadRequest,:exceptions.NeutronException 732
 neutron_lib.exceptions.vpn
  CsrInternalError<:exceptions.NeutronException 732
  CsrValidationFailure<:exceptions.BadRequest 732
  DeviceDriverImportError<:exceptions.NeutronException 732
  EndpointGroupInUse<:exceptions.BadRequest 732
  ExternalNetworkHasNoSubnet<:exceptions.BadRequest 732
  FlavorsPluginNotLoaded<:exceptions.NotFound 732
  IKEPolicyInUse<:exceptions.InUse 732
  IKEPolicyNotFound<:exceptions.NotFound 732
  IPsecPolicyInUse<:exceptions.InUse 732
  IPsecPolicyNotFound<:exceptions.NotFound 732
  IPsecSiteConnectionDpdIntervalValueError<:exceptions.InvalidInput 732
  IPsecSiteConnectionMtuError<:exceptions.InvalidInput 732
  IPsecSiteConnectionNotFound<:exceptions.NotFound 732
  IPsecSiteConnectionPeerCidrError<:exceptions.InvalidInput 732
  IkeValidationFailure<:exceptions.BadRequest 732
  InvalidEndpointGroup<:exceptions.BadRequest 732
  InvalidEndpointInEndpointGroup<:exceptions.InvalidInput 732
  IpsecValidationFailure<:exceptions.BadRequest 732
  MissingEndpointForEndpointGroup<:exceptions.BadRequest 732
  MissingPeerCidrs<:exceptions.BadRequest 732
  MissingRequiredEndpointGroup<:exceptions.BadRequest 732
  MixedIPVersionsForIPSecConnection<:exceptions.BadRequest 732
  MixedIPVersionsForIPSecEndpoints<:exceptions.BadRequest 732
  MixedIPVersionsForPeerCidrs<:exceptions.BadRequest 732
  NoProviderFoundForFlavor<:exceptions.NotFound 732
  NonExistingSubnetInEndpointGroup<:exceptions.InvalidInput 732
  PeerCidrsInvalid<:exceptions.BadRequest 732
  RouterIsNotExternal<:exceptions.BadRequest 732
  SubnetInUseByEndpointGroup<:exceptions.InUse 732
  SubnetInUseByIPsecSiteConnection<:exceptions.InUse 732
  SubnetInUseByVPNService<:exceptions.InUse 732
  SubnetIsNotConnectedToRouter<:exceptions.BadRequest 732
  VPNEndpointGroupNotFound<:exceptions.NotFound 732
  VPNPeerAddressNotResolved<:exceptions.InvalidInput 732
  VPNServiceInUse<:exceptions.InUse 732
  VPNServiceNotFound<:exceptions.NotFound 732
  VPNStateInvalidToUpdate<:exceptions.BadRequest 732
  WrongEndpointGroupType<:exceptions.BadRequest 732
 neutron_lib.fixture
  APIDefinitionFixture* all_api_definitions_fixture()>.APIDefinitionFixture
  CallbackRegistryFixture*
  DBAPIContextManagerFixture*
  DBQueryHooksFixture*
  DBResourceExtendFixture*
  DBRetryErrorsFixture*
  OpenFixture*
  PlacementAPIClientFixture*
  PluginDirectoryFixture*
  RPCFixture*
  SqlFixture*
  StaticSqlFixture*<.SqlFixture
  WarningsFixture*
 neutron_lib.objects.common_types
  DictOfMiscValues<oslo_versionedobjects.fields.FieldType 378 523 920 945
  DictOfMiscValuesField<oslo_versionedobjects.fields.AutoTypedField 0
  DomainName<oslo_versionedobjects.fields.String 377
  DomainNameField<oslo_versionedobjects.fields.AutoTypedField 0
  DscpMark*<.IntegerEnum
  DscpMarkField<oslo_versionedobjects.fields.AutoTypedField 0
  EtherTypeEnumField<oslo_versionedobjects.fields.AutoTypedField 0
  FloatingIPStatusEnumField<oslo_versionedobjects.fields.AutoTypedField 0
  FlowDirectionAndAnyEnumField<oslo_versionedobjects.fields.AutoTypedField 0
  FlowDirectionEnumField<oslo_versionedobjects.fields.AutoTypedField 0
  HARouterEnumField<oslo_versionedobjects.fields.AutoTypedField 0
  IPNetwork<oslo_versionedobjects.fields.FieldType 377 from_primitive(obj,attr,value)>:utils.net.AuthenticIPNetwork 945
  IPNetworkField<oslo_versionedobjects.fields.AutoTypedField 0
  IPNetworkPrefixLen<.RangeConstrainedInteger
  IPNetworkPrefixLenField<oslo_versionedobjects.fields.AutoTypedField 0
  IPV6ModeEnumField<oslo_versionedobjects.fields.AutoTypedField 0
  IPVersionEnum*<.IntegerEnum
  IPVersionEnumField<oslo_versionedobjects.fields.AutoTypedField 0
  IntegerEnum<oslo_versionedobjects.fields.Integer _valid_values 377
  IpProtocolEnum*<oslo_versionedobjects.fields.Enum
  IpProtocolEnumField<oslo_versionedobjects.fields.AutoTypedField 0
  IpamAllocationStatusEnumField<oslo_versionedobjects.fields.AutoTypedField 0
  ListOfDictOfMiscValuesField<oslo_versionedobjects.fields.AutoTypedField 0
  ListOfIPNetworksField<oslo_versionedobjects.fields.AutoTypedField 0
  MACAddress<oslo_versionedobjects.fields.FieldType 377 from_primitive(obj,attr,value)>:utils.net.AuthenticEUI 945
  MACAddressField<oslo_versionedobjects.fields.AutoTypedField 0
  NetworkSegmentRangeNetworkTypeEnumField<oslo_versionedobjects.fields.AutoTypedField 0
  NumaAffinityPoliciesEnumField<oslo_versionedobjects.fields.AutoTypedField 0
  PortBindingStatusEnumField<oslo_versionedobjects.fields.AutoTypedField 0
  PortHardwareOffloadTypeEnumField<oslo_versionedobjects.fields.AutoTypedField 0
  PortRange<.RangeConstrainedInteger
  PortRangeField<oslo_versionedobjects.fields.AutoTypedField 0
  PortRangeWith0Field<oslo_versionedobjects.fields.AutoTypedField 0
  PortRanges<oslo_versionedobjects.fields.FieldType _is_port_acceptable _validate_port 377 607
  PortRangesField<oslo_versionedobjects.fields.AutoTypedField 0
  RangeConstrainedInteger<oslo_versionedobjects.fields.Integer _end 260 377
  RouterStatusEnumField<oslo_versionedobjects.fields.AutoTypedField 0
  SetOfUUIDsField<oslo_versionedobjects.fields.AutoTypedField 0
  UUID<oslo_versionedobjects.fields.UUID 377
  UUIDField<oslo_versionedobjects.fields.AutoTypedField 0
  VlanIdRange<.RangeConstrainedInteger
  VlanIdRangeField<oslo_versionedobjects.fields.AutoTypedField 0
 neutron_lib.objects.exceptions
  NeutronDbObjectDuplicateEntry<:exceptions.Conflict 379 732 986
  NeutronDbObjectNotFoundByModel<:exceptions.NotFound 732
  NeutronObjectUpdateForbidden<:exceptions.NeutronException 732
  NeutronObjectValidatorException<:exceptions.NeutronException 732
  NeutronPrimaryKeyMissing<:exceptions.BadRequest 732
  NeutronRangeConstrainedIntegerInvalidLimit<:exceptions.NeutronException 732
  NeutronSyntheticFieldMultipleForeignKeys<:exceptions.NeutronException 732
  NeutronSyntheticFieldsForeignKeysNotFound<:exceptions.NeutronException 732
 neutron_lib.objects.logapi.event_types
  SecurityEvent<oslo_versionedobjects.fields.String _valid_values 377
  SecurityEventField<oslo_versionedobjects.fields.AutoTypedField 0
 neutron_lib.objects.utils
  FilterObj filter(column)!
  NotEqual<.FilterObj filter(column) 986
  NotIn<.FilterObj filter(column) 986
  StringContains<.StringMatchingFilterObj contains 513
  StringEnds<.StringMatchingFilterObj ends 513
  StringMatchingFilterObj<.FilterObj is_contains is_ends is_starts
  StringStarts<.StringMatchingFilterObj 513 starts
 neutron_lib.ovn.db_sync
  BaseOvnDbSynchronizer _get_parent_class_attribute _required_mechanism_drivers _required_ml2_ext_drivers _required_service_plugins 267 core_plugin do_sync()! get_required_mechanism_drivers() get_required_ml2_extension_drivers() get_required_service_plugins() is_maintenance mode ovn_driver ovn_nb_api ovn_sb_api prepare_additional_configuration(conf)! 916 sync(delay_seconds=)
 neutron_lib.placement.client
  NoAuthClient delete(url,endpoint_filter,**) get(url,endpoint_filter,**) post(url,json,endpoint_filter,**) put(url,json,endpoint_filter,**) request(url,method,body=,headers=,**)! retries 941 971
  PlacementAPIClient 62 _client 77 85 95 121 _get _ks_filter 211 _post 225 _put _put_with_retry_for_generation_conflict 236 _target_version 327 418 419 451 452 453 454 455 delete_trait ensure_resource_provider get_inventory get_resource_class 605 get_trait list_aggregates list_allocations 699 700 701 list_traits update_allocation(consumer_uuid,allocations)! update_qos_allocation(consumer_uuid,alloc_diff) update_qos_minbw_allocation(consumer_uuid,minbw_alloc_diff,rp_uuid) 966 update_resource_provider 967 968 969 update_trait
  UUIDEncoder<oslo_serialization.jsonutils.JSONEncoder default(o)
 neutron_lib.plugins.ml2.api
  ExtensionDriver extend_network_dict(session,base_model,result)! extend_port_dict(session,base_model,result)! extend_subnet_dict(session,base_model,result)! extension_alias extension_aliases 664 process_create_network(plugin_context,data,result)! process_create_port(plugin_context,data,result)! process_create_subnet(plugin_context,data,result)! process_update_network(plugin_context,data,result)! process_update_port(plugin_context,data,result)! process_update_subnet(plugin_context,data,result)!
  ML2TypeDriver<._TypeDriverBase allocate_project_segment(context,filters=)~ allocate_tenant_segment(context,filters=,network=)! initialize_network_segment_range_support()!~ 822 reserve_provider_segment(context,segment,filters=,network=)! update_network_segment_range_allocations()!~
  MechanismDriver _supports_port_binding bind_port(context)! check_vlan_qinq(context)! check_vlan_transparency(context)! connectivity create_network_postcommit(context)! create_network_precommit(context)! create_port_postcommit(context)! create_port_precommit(context)! create_subnet_postcommit(context)! create_subnet_precommit(context)! delete_network_postcommit(context)! delete_network_precommit(context)! delete_port_postcommit(context)! delete_port_precommit(context)! delete_subnet_postcommit(context)! delete_subnet_precommit(context)! filter_hosts_with_segment_access(context,segments,candidate_hosts,agent_getter) 637 664 is_host_filtering_supported() provider_network_attribute_updates_supported() resource_provider_uuid5_namespace responsible_for_ports_allocation(context) start_rpc_listeners() supported_extensions(extensions) update_network_postcommit(context)! update_network_precommit(context)! update_port_postcommit(context)! update_port_precommit(context)! update_subnet_postcommit(context)! update_subnet_precommit(context)!
  NetworkContext 428 network_segments 760
  PortContext 319 binding_levels 350 395 428 host 651 742 760 761 762 original_host original_status 763 764 original_vif_type 821 segments_to_bind set_binding(segment_id,vif_type,vif_details,status=)! 913 top_bound_segment vif_details vif_type
  SubnetContext 428 760
  TypeDriver<._TypeDriverBase allocate_project_segment(session,filters=)~ allocate_tenant_segment(session,filters=,network=)! 823 reserve_provider_segment(session,segment,filters=,network=)!
  _TypeDriverBase get_mtu(physical,network=)! get_type()! 664 682 985
 neutron_lib.rpc
  BackingOffClient<oslo_messaging.RPCClient prepare(*,**) set_max_timeout(max_timeout)
  Connection 374 consume_in_threads() create_consumer(topic,endpoints,fanout=) servers
  RequestContextSerializer<oslo_messaging.serializer.Serializer _base 465 467 867 869
  Service*<oslo_service.service.Service 903 916
 neutron_lib.services.base
  ServicePluginBase<.WorkerBase,._PluginInterface,._WorkerSupportServiceMixin _filter_validation_support filter_validation_support 592 get_plugin_type()! supported_extension_aliases
  WorkerBase 286 add_worker(worker) 313 637
  _PluginInterface
  _WorkerSupportServiceMixin 286 add_worker(worker) 313 637
 neutron_lib.services.qos.base
  DriverBase* create_policy(context,policy)! create_policy_precommit(context,policy)! delete_policy(context,policy)! delete_policy_precommit(context,policy)! is_loaded() is_rule_supported(rule) is_vif_type_compatible(vif_type) is_vnic_compatible(vnic_type) update_policy(context,policy)! update_policy_precommit(context,policy)! validate_rule_for_network(context,rule,network_id) validate_rule_for_port(context,rule,port)
 neutron_lib.types
  ResourceAttributeMapItem*
  SubResourceAttributeMapItem*
  SubResourceParent*
 neutron_lib.utils.net
  AuthenticEUI*<._AuthenticBase
  AuthenticIPNetwork*<._AuthenticBase
  _AuthenticBase _initial_value
 neutron_lib.utils.runtime
  NamespacedPlugins _add_extension _assert_plugin_loaded _extension_manager _extensions get_plugin_class(plugin_name)! loaded_plugin_names 741 new_plugin_instance(plugin_name,*,**) reload()!
 neutron_lib.utils.upgrade_checks
  BaseChecks get_checks()!
 neutron_lib.worker
  BaseWorker<oslo_service.service.ServiceBase _default_process_count _my_pid _parent_proctitle _set_proctitle _worker_process_count desc set_proctitle setproctitle(name=,desc=)!~ start(name=,desc=) worker_process_count
openstack access_ipv4 access_ipv6 adminPass admin_password age app_name app_version binary body cascade claim_id container daemon data default_microversion endpoint_override extra_specs func headers history host href interface invalidate log_inner_exceptions max_api_version name needs_project_id port_id private project_id region service_name service_type submit_task url valid_versions version visibility
 openstack.exceptions NotFoundException=.NotFoundException,.ResourceNotFound OpenStackCloudException=.SDKException
  ArgumentDeprecationWarning<Warning
  AuthorizationFailure<.SDKException
  BadRequestException<.HttpException
  ConfigException<.SDKException
  ConflictException<.HttpException
  DuplicateResource<.SDKException
  EmptyCatalog<.EndpointNotFound
  EndpointException<.SDKException
  EndpointNotFound<.SDKException,.EndpointException
  ForbiddenException<.HttpException
  HttpException*<.SDKException
  InvalidRequest<.SDKException
  InvalidResourceQuery<.SDKException
  InvalidResponse<.SDKException 841
  MethodNotSupported<.SDKException
  NoMatchingPlugin<.SDKException
  NotFoundException<.HttpException
  NotSupported<.SDKException
  PreconditionFailedException<.HttpException
  ResourceFailure<.SDKException
  ResourceNotFound<.SDKException,.NotFoundException,.HttpException
  ResourceTimeout<.SDKException
  SDKException<Exception 360 extra_data 732
  ServiceDisabledException<.ConfigException
  ServiceDiscoveryException<.SDKException
  TaskManagerStopped<.SDKException
  UnsupportedServiceVersion<Warning
  ValidationException<.SDKException
 openstack.format
  BoolStr<.Formatter convert(value)~ 464 parsed serialize(value)~
  Formatter* deserialize(value)! serialize(value)!~
  ISO8601<.Formatter 464 serialize(value)
  UNIXEpoch<.Formatter EPOCH 464 serialize(value)
 openstack.utils
  CaseInsensitiveDict* copy()>.CaseInsensitiveDict
  Munch* copy() fromDict(d)! get(k,d=) setdefault(k,d=) toDict()! update(*,**)!
  NullHandler* emit(record)!
  TinyDAG* add_edge(u,v)! add_node(node)! from_dict(data)! is_complete()~ node_done(node)! size()! topological_sort() walk(timeout=)>
 openstack.warnings
  ConfigurationWarning<.OpenStackWarning
  LegacyAPIWarning<.OpenStackDeprecationWarning
  OpenStackDeprecationWarning<DeprecationWarning
  OpenStackWarning<Warning
  RemovedFieldWarning<.OpenStackDeprecationWarning
  RemovedInSDK40Warning<DeprecationWarning
  RemovedInSDK50Warning*<._RemovedInSDKWarning
  RemovedInSDK60Warning<._RemovedInSDKWarning
  RemovedResourceWarning<.OpenStackDeprecationWarning
  UnsupportedServiceVersion<.OpenStackWarning
  _RemovedInSDKWarning*
os_brick controller device deviceChange fileOperation operation optionxform reraise scan sleep subprocess
 os_brick.caches
  CacheEngineBase 240 attach_volume(**)! 468 is_engine_ready(**)!
  CacheManager _get_engine 326 attach_volume() cacheable detach_volume() 488 engine_name 690 ori_device_path 852
 os_brick.caches.opencas
  OpenCASEngine<:executor.Executor,:caches.CacheEngineBase _get_mapped_casdev _get_mapped_coredev _map_casdisk _unmap_casdisk attach_volume(**) cache_id detach_volume(**) is_engine_ready(**) os_execute(*,**)!
 os_brick.encryptors.base
  VolumeEncryptor<:executor.Executor _get_encryption_key_as_passphrase _get_key _key_manager 330 468 encryption_key_id 506
 os_brick.encryptors.cryptsetup
  CryptsetupEncryptor<:encryptors.base.VolumeEncryptor _close_volume _get_mangled_passphrase _get_passphrase 176 _open_volume 329 detach_volume(**) dev_name dev_path 506 symlink_path
 os_brick.encryptors.luks
  Luks2Encryptor<.LuksEncryptor _format_volume
  LuksEncryptor<:encryptors.base.VolumeEncryptor,:encryptors.cryptsetup.CryptsetupEncryptor _close_volume _format_luks_volume _format_volume _get_passphrase 176 _open_volume _unmangle_volume 329 detach_volume(**)~ dev_name dev_path extend_volume(context,**)~ symlink_path
 os_brick.encryptors.nop
  NoOpEncryptor<:encryptors.base.VolumeEncryptor 330 468 506
 os_brick.exception
  BlockDeviceReadOnly<.BrickException 732
  BrickException<Exception 376 headers 690 732 msg safe
  CommandExecutionFailed<.BrickException 732
  ExceptionChainer<.BrickException _catch_exception _exc_msg _exc_msg_args 118 _repr add_exception(exc_type,exc_val,exc_tb)! context(catch_exception,msg=,*)>
  ExecutionTimeout<oslo_concurrency.processutils.ProcessExecutionError
  FailedISCSITargetPortalLogin<.BrickException 732
  HostChannelsTargetsNotFound<.BrickException found 732
  Invalid<.BrickException 376 732
  InvalidConnectorProtocol<ValueError
  InvalidIOHandleObject<.BrickException 732
  InvalidParameterValue<.Invalid 732
  MultipathdPathsNotRemoved<.BrickException 732
  NoFibreChannelHostsFound<.BrickException 732
  NoFibreChannelVolumeDeviceFound<.BrickException 732
  NotFound<.BrickException 376 732 safe
  ProtocolNotSupported<.BrickException 732
  TargetPortalNotFound<.BrickException 732
  TargetPortalsNotFound<.TargetPortalNotFound,.BrickException 732
  VolumeDeviceNotFound<.BrickException 732
  VolumeDeviceValidationFailed<.BrickException 732
  VolumeDriverException<.BrickException 732
  VolumeEncryptionNotSupported<.Invalid 732
  VolumeGroupCreationFailed<.BrickException 732
  VolumeGroupNotFound<.BrickException 732
  VolumeLocalCacheNotSupported<.Invalid 732
  VolumeNotDeactivated<.BrickException 732
  VolumePathNotRemoved<.BrickException 732
  VolumePathsNotFound<.BrickException 732
 os_brick.executor
  Executor* make_putils_error_safe(exc)! safe_decode(string)! 893 set_root_helper(helper)!
  Thread* 853
 os_brick.initiator.connector
  AoEConnector<.InitiatorConnector,.BaseLinuxConnector _aoe_discover _aoe_flush _aoe_revalidate _get_aoe_info 388 471 505 558 611 631
  BaseISCSIConnector<.InitiatorConnector 130 181
  BaseLinuxConnector<.InitiatorConnector 103 186 364 531 557 766
  DISCOConnector<.InitiatorConnector,.BaseLinuxConnector DISCO_PREFIX 80 200 246 388 471 504 530 553 558 610 631 871 873
  DRBDConnector<.InitiatorConnector,.BaseLinuxConnector _drbdadm_command 120 240 364 388 471 505 530 558 609 631
  FakeBaseISCSIConnector<.FakeConnector,.BaseISCSIConnector
  FakeConnector<.InitiatorConnector,.BaseLinuxConnector 389 472 extend_volume(connection_properties)~ fake_path 533 612 634
  FibreChannelConnector<.InitiatorConnector,.BaseLinuxConnector 140 _get_pci_num 145 146 _get_volume_paths 185 186 232 388 device_name 471 502 558 612 631 652 892 tries 975
  FibreChannelConnectorS390X<.FibreChannelConnector 133 140 _get_lun_string 185 186 232 774 892 975
  HGSTConnector<.InitiatorConnector,.BaseLinuxConnector VGCCLUSTER _find_vgc_host _hostname _log_cli_err _vgc_host 388 471 505 558 611 631
  HuaweiStorHyperConnector<.InitiatorConnector,.BaseLinuxConnector _analyze_output 65 _cli_cmd 98 157 226 328 331 cli_path 388 471 505 530 558 612 631 643 686 iscliexist not_mount_node_code vbs_unnormal_code
  ISCSIConnector<.InitiatorConnector,.BaseLinuxConnector,.BaseISCSIConnector 81 99 _disconnect_mpath 100 101 102 130 134 _get_iscsi_devices 141 142 _get_multipath_device_name _get_multipath_iqn 143 147 155 _get_transport _iscsiadm_update 181 186 _munge_portal _rescan_iscsi _rescan_multipath _run_iscsi_session _run_iscsiadm _run_iscsiadm_bare 241 _run_multipath 279 388 471 502 558 578 612 631 892 923 949 975
  ISERConnector<.ISCSIConnector 134
  InitiatorConnector<:executor.Executor 103 186 check_IO_handle_valid(handle,data_type,protocol)~ 365 390 470 472 driver 505 factory(protocol,root_helper,driver=,execute=,use_multipath=,device_scan_attempts=,arch=,*,**|protocol,root_helper,driver=,use_multipath=,device_scan_attempts=,arch=,*,**) get_all_available_volumes(connection_properties=)!~ get_connector_properties(*,**)!~ 611 get_volume_paths(connection_properties)!~ 652 766 774 set_driver(driver)!
  LocalConnector<.InitiatorConnector,.BaseLinuxConnector 388 471 505 533 558 612 634
  RBDConnector<.InitiatorConnector,.BaseLinuxConnector _get_rbd_handle 364 388 471 do_local_attach 505 533 558 get_rbd_device_name(pool,volume)~ 612 634
  RemoteFsConnector<.InitiatorConnector,.BaseLinuxConnector 157 231 388 471 505 558 612 631 892
  ScaleIOConnector<.InitiatorConnector,.BaseLinuxConnector 16 30 52 53 71 125 131 156 283 347 388 471 505 553 558 611 631 iops_limit 714 871 872 873 874 875 volume_id 990 991
  SheepdogConnector<.InitiatorConnector,.BaseLinuxConnector 153 364 388 471 504 531 558 609 632
 os_brick.initiator.connectors.aoe
  AoEConnector<:initiator.connectors.base.BaseLinuxConnector _aoe_discover _aoe_flush _aoe_revalidate _get_aoe_info 388 471 504 557 610 632
 os_brick.initiator.connectors.base
  BaseLinuxConnector<:initiator.initiator_connector.InitiatorConnector 103 186 check_multipath(connection_properties)~ 364 531 557 766 supports_multipath()!~ 975
 os_brick.initiator.connectors.base_iscsi
  BaseISCSIConnector<:initiator.initiator_connector.InitiatorConnector 130 _get_luns 181
 os_brick.initiator.connectors.base_rbd
  RBDConnectorMixin _get_rbd_args 244
 os_brick.initiator.connectors.disco
  DISCOConnector<:initiator.connectors.base.BaseLinuxConnector DISCO_PREFIX 80 200 246 388 471 504 531 553 557 610 632 871 873
 os_brick.initiator.connectors.drbd
  DRBDConnector<:initiator.connectors.base.BaseLinuxConnector _drbdadm_command 120 240 364 388 471 504 531 557 609 632
 os_brick.initiator.connectors.fake
  FakeBaseISCSIConnector<.FakeConnector,:initiator.connectors.base_iscsi.BaseISCSIConnector
  FakeConnector<:initiator.connectors.base.BaseLinuxConnector 389 473 503 fake_path 531 609 632
 os_brick.initiator.connectors.fibre_channel
  FibreChannelConnector<:initiator.connectors.base.BaseLinuxConnector _add_targets_to_connection_properties 140 _get_pci_num 145 146 185 232 388 device_name 471 502 557 609 633 652 892 924 tries 975
 os_brick.initiator.connectors.fibre_channel_ppc64
  FibreChannelConnectorPPC64<:initiator.connectors.fibre_channel.FibreChannelConnector 140 146 185 774 892 975
 os_brick.initiator.connectors.fibre_channel_s390x
  FibreChannelConnectorS390X<:initiator.connectors.fibre_channel.FibreChannelConnector 133 140 _get_lun_string 185 232 774 892 975
 os_brick.initiator.connectors.gpfs
  GPFSConnector<:initiator.connectors.local.LocalConnector 388
 os_brick.initiator.connectors.hgst
  HGSTConnector<:initiator.connectors.base.BaseLinuxConnector VGCCLUSTER _find_vgc_host _hostname _log_cli_err _vgc_host 388 471 504 557 610 632
 os_brick.initiator.connectors.huawei
  HuaweiStorHyperConnector<:initiator.connectors.base.BaseLinuxConnector _analyze_output 65 _cli_cmd 98 157 226 328 331 cli_path 388 471 504 531 557 609 632 643 686 iscliexist not_mount_node_code vbs_unnormal_code
 os_brick.initiator.connectors.iscsi
  ConnData*
  ISCSIConnector<:initiator.connectors.base.BaseLinuxConnector,:initiator.connectors.base_iscsi.BaseISCSIConnector VALID_SESSIONS_PREFIX _cleanup_connection _connect_multipath_volume _connect_single_volume 81 _connect_to_iscsi_portal_unsafe _connect_vol _disconnect_connection 99 _disconnect_mpath 100 101 102 130 _get_connect_result _get_connection_devices _get_device_link 134 _get_discoverydb_portals _get_hosts_channels_targets_luns _get_ips_iqns_luns _get_iscsi_devices _get_iscsi_nodes 141 _get_iscsi_sessions_full _get_luns 142 143 _get_node_startup_values 147 155 _get_transport _iscsiadm_update _munge_portal _recover_node_startup_values _rescan_iscsi _rescan_multipath _run_iscsi_session _run_iscsiadm _run_iscsiadm_bare 241 _run_multipath 279 388 471 502 557 578 609 633 892 923 924 949 975
 os_brick.initiator.connectors.lightos
  LightOSConnector<:initiator.connectors.base.BaseLinuxConnector DISCOVERY_DIR_PATH WAIT_DEVICE_TIMEOUT _check_device_exists_reading_block_class _check_device_exists_using_dev_lnk _get_device_by_uuid _get_size_by_uuid 388 471 discovery_address discovery_dir_path discovery_port dsc_connect_volume(connection_info)! dsc_disconnect_volume(connection_info)! dsc_file_name(uuid)! dsc_need_connect(connection_info)! 502 find_dsc() 557 get_ip_addresses()~ 609 632 lightos_monitor(lightos_db,message_queue) message_queue monitor_db(lightos_db)! monitor_message_queue(message_queue,lightos_db)!
 os_brick.initiator.connectors.local
  LocalConnector<:initiator.connectors.base.BaseLinuxConnector 388 471 502 531 557 609 632
 os_brick.initiator.connectors.nvme
  NVMeConnector<:initiator.connectors.base.BaseLinuxConnector 134 144 _get_system_uuid _try_connect_nvme 388 471 502 557 609 633 975
 os_brick.initiator.connectors.nvmeof
  NVMeOFConnProps RO RW alias cacheable cinder_volume_id device_path discard encrypted enforce_multipath from_dictionary_parameter(func) get_devices(only_live=) is_replicated qos_specs readonly replica_count targets
  NVMeOFConnector<:initiator.connectors.base.BaseLinuxConnector TIME_TO_CONNECT _connect_target _connect_target_volume _connect_volume_by_uuid _connect_volume_replicated _disconnect_volume_replicated _do_multipath _extend_volume_replicated _filter_nvme_devices 134 _get_device_path_by_nguid _get_fs_type _get_host_nqn _get_host_uuid _get_nvme_controller 144 _get_nvme_subsys _get_sizes_from_lba _get_system_uuid _handle_replicated_volume _handle_single_replica _is_device_in_raid _is_native_multipath_supported _is_nvme_available _is_raid_device _set_native_multipath_supported _try_connect_nvme _try_disconnect _try_disconnect_all _try_disconnect_volume _wait_for_blk assemble_raid(executor,drives,md_path,read_only|drives,md_path,read_only)!~ connect_to_portals(executor,target_nqn,target_portals,nvme_ctrls|executor,target_nqn,target_portals)~ 388 create_raid(executor,drives,raid_type,device_name,name,read_only|drives,raid_type,device_name,name,read_only)!~ 471 end_raid(executor,device_path|device_path)!~ 502 557 get_live_nvme_controllers_map(executor,target_nqn)~ get_md_name(executor,device_name|device_name)!~ get_nvme_controllers(executor,target_nqn)~ get_nvme_device_path 609 get_volume_paths(connection_properties,device_info=)! is_portal_connected(portal_address,portal_port,nvme_ctrls)~ is_raid_exists(executor,device_path|device_path)!~ ks_readlink(dest)~ native_multipath_supported nvme_present()~ remove_raid(executor,device_path|device_path)!~ rescan(executor,target_nqn,vol_uuid|executor,target_nqn|controller_name)!~ run_mdadm(executor,cmd,raise_exception=|cmd,raise_exception=)!~ run_nvme_cli(executor,nvme_command,**|nvme_command,**)!~ stop_and_assemble_raid(executor,drives,md_path,read_only|drives,md_path,read_only)!~ stop_raid(executor,md_path,raise_exception=|md_path,raise_exception=)!~ 924 975
  Portal CONNECTING DEFAULT_RECONNECT_DELAY LIVE MISSING 315 can_disconnect() controller get_all_namespaces_ctrl_paths()! get_device()! get_device_by_property(prop_name,value)! is_live parent_target port reconnect_delay state 949
  Target _device 144 devices_on_start factory(source_conn_props,target_nqn,portals,vol_uuid=,volume_nguid=,ns_id=,host_nqn=,find_controllers=,**) find_device get_device_path_by_initial_devices() get_devices(only_live=,get_one=)! host_nqn live_portals nguid nqn ns_id portals present_portals set_portals_controllers()! source_conn_props uuid
 os_brick.initiator.connectors.rbd
  RBDConnector<:initiator.connectors.base_rbd.RBDConnectorMixin,:initiator.connectors.base.BaseLinuxConnector _check_or_get_keyring_contents 72 _create_ceph_conf _determine_ceph_client_version _find_root_device _get_rbd_args _get_rbd_handle _local_attach_volume 244 364 388 create_non_openstack_config(connection_properties)!~ 471 do_local_attach 502 531 557 get_rbd_device_name(pool,volume)! 609 632
 os_brick.initiator.connectors.remotefs
  RemoteFsConnector<:initiator.connectors.base.BaseLinuxConnector 157 231 388 471 504 557 609 632 892
 os_brick.initiator.connectors.scaleio
  ScaleIOConnector<:initiator.connectors.base.BaseLinuxConnector 16 GET_GUID_OP_CODE GET_PASSWORD_CMD 30 RESCAN_VOLS_CMD RESCAN_VOLS_OP_CODE 52 VOLUME_ALREADY_MAPPED_ERROR_v4 53 VOLUME_NOT_MAPPED_ERROR_v4 71 125 131 _get_connector_password _get_guid _get_password_token _get_username_and_password_token 156 _rescan_vols _verify_cert _wait_for_remove_volume_path 283 347 certificate_path 388 471 502 553 557 563 610 633 iops_limit 714 no_secret 871 872 873 874 875 verify_certificate volume_id 990 991
 os_brick.initiator.connectors.sheepdog
  SheepdogConnector<:initiator.connectors.base.BaseLinuxConnector 153 364 388 471 504 531 557 609 632
 os_brick.initiator.connectors.storpool
  StorPoolConnector<:initiator.connectors.base.BaseLinuxConnector _attach _config _detach_retry _get_device_size _sp_api _volume_prefix 388 471 502 531 557 609 632
 os_brick.initiator.connectors.vmware
  VmdkConnector<:initiator.initiator_connector.InitiatorConnector TMP_IMAGES_DATASTORE_FOLDER_PATH _api_retry_count _attach_disk_to_backing _ca_file 91 _create_spec_for_disk_remove _create_temp_ds_folder _create_temp_file _detach_disk_from_backing _disconnect _download_vmdk _get_disk_device _insecure _ip _load_config 216 _port _reconfigure_backing _snapshot_exists 265 _timeout _tmp_dir _upload_vmdk 278 check_valid_device(path,*,**|path,run_as_root=)! 389 disconnect_volume(connection_properties,device_info,force=,ignore_errors=) 504 532 557 609 632
 os_brick.initiator.connectors.vrtshyperscale
  HyperScaleConnector<:initiator.connectors.base.BaseLinuxConnector 388 471 504 557 609 632
 os_brick.initiator.connectors.vxflexos
  VxFlexOsConnector<:initiator.connectors.base.BaseLinuxConnector 16 30 RESCAN_VOLS_CMD 52 53 71 125 131 156 283 347 388 471 503 553 557 get_device_size(device)! 610 633 iops_limit 714 871 872 873 874 875 volume_id 990 991
 os_brick.initiator.host_driver
  HostDriver get_all_block_devices()
 os_brick.initiator.initiator_connector
  InitiatorConnector<:executor.Executor check_IO_handle_valid(handle,data_type,protocol) 365 390 470 473 driver 504 532 get_connector_properties(root_helper,*,**|*,**)! 610 633 766 774 set_driver(driver)
 os_brick.initiator.linuxfc
  LinuxFibreChannel<:initiator.linuxscsi.LinuxSCSI FC_HOST_SYSFS_PATH HBA_ATTRIBUTES 139 _get_hba_channel_scsi_target_lun _get_target_fc_remote_ports_path _get_target_fc_transport_path get_fc_hbas()! get_fc_hbas_info() get_fc_wwnns() get_fc_wwpns() has_fc_support()!~ rescan_hosts(hbas,connection_properties|hbas,target_lun|hbas)
  LinuxFibreChannelPPC64<.LinuxFibreChannel 139 rescan_hosts(hbas,target_lun)
  LinuxFibreChannelS390X<.LinuxFibreChannel configure_scsi_device(device_number,target_wwn,lun) deconfigure_scsi_device(device_number,target_wwn,lun) get_fc_hbas_info()
 os_brick.initiator.linuxrbd
  RBDClient* connect()! disconnect()!
  RBDImageMetadata 381 image pool user
  RBDVolume* 375
  RBDVolumeIOWrapper* 375 fileno() flush() read(length=) 862 seekable() tell() 998
 os_brick.initiator.linuxscsi
  LinuxSCSI<:executor.Executor WWN_TYPES _format_lun_id _multipath_resize_map _remove_scsi_symlinks device_name_by_hctl(session,hctl)~ echo_scsi_command(path,content)! extend_volume(volume_paths,use_multipath=|volume_path)~ find_multipath_device(device)! find_multipath_device_path(wwn)!~ find_sysfs_multipath_dm(device_names)!~ flush_device_io(device)! flush_multipath_device flush_multipath_devices()~ get_dev_path(connection_properties,device_info)~ get_device_info(device)! 563 get_dm_name(dm)!~ get_hctl(session,lun)~ get_name_from_path(path) get_scsi_wwn(path)!~ get_sysfs_wwid(device_names)!~ get_sysfs_wwn(device_names,mpath=)!~ is_multipath_running(enforce_multipath,root_helper,execute=|root_helper,execute=)!~ lun_for_addressing(lun,addressing_mode=)~ multipath_add_path(realpath)~ multipath_add_wwid(wwid)~ multipath_del_map multipath_del_path(realpath)!~ multipath_reconfigure()!~ multipath_resize_map(dm_path|mpath_id)!~ multipath_show_paths(fmt)!~ process_lun_id(lun_ids)~ remove_connection(devices_names,is_multipath,force=,exc=,path_used=,was_multipath=|devices_names,force=,exc=,path_used=,was_multipath=)~ remove_multipath_device(device|multipath_name)~ remove_scsi_device(device,force=,exc=,flush=)! requires_flush(path,path_used,was_multipath)!~ scan_iscsi(host,channel=,target=,lun=)~ verify_sysfs_wwns(device_names,expected_wwn)~ wait_for_mpath_device(mpath)~ wait_for_path wait_for_rw wait_for_volume_removal wait_for_volumes_removal wait_multipathd_remove_paths
 os_brick.initiator.linuxsheepdog
  SheepdogVolumeIOWrapper* fileno() flush()! read(length=) 862 tell() 998
 os_brick.initiator.storpool_utils
  StorPoolAPI _api_call auth_header disks_list() get_iscsi_config() post_iscsi_config(data) snapshot_create(volume,data) snapshot_delete(snapshot) snapshot_update(snapshot,data) 941 transient_retries 971 volume(volume) volume_create(data) volume_delete(volume) volume_get_info(volume) volume_revert(volume,data) volume_templates_list() volume_update(volume,data) volumes_list() volumes_reassign(data) volumes_reassign_wait(data)
  StorPoolAPIError<:exception.BrickException desc json 732 740 913 transient
 os_brick.initiator.windows.base
  BaseWindowsConnector<:initiator.connector.InitiatorConnector,:initiator.initiator_connector.InitiatorConnector DEFAULT_DEVICE_SCAN_INTERVAL _check_device_paths _diskutils _get_scsi_wwn check_multipath_support(enforce_multipath) check_valid_device(path,*,**) device_scan_interval 502 get_all_available_volumes() 556 609 766 774
 os_brick.initiator.windows.fibre_channel
  WindowsFCConnector<:initiator.windows.base.BaseWindowsConnector _fc_utils _get_dev_nums_by_scsi_id _get_disk_paths_by_scsi_id _get_fc_hba_mappings _get_fc_hba_wwn_for_port _get_fc_volume_mappings 388 471 556 631 975
 os_brick.initiator.windows.iscsi
  WindowsISCSIConnector<:initiator.windows.base.BaseWindowsConnector,:initiator.connector.BaseISCSIConnector,:initiator.connectors.base_iscsi.BaseISCSIConnector _get_all_paths _iscsi_utils 388 471 556 578 631 initiator_list 975 validate_initiators()!
 os_brick.initiator.windows.rbd
  WindowsRBDConnector<:initiator.connectors.base_rbd.RBDConnectorMixin,:initiator.windows.base.BaseWindowsConnector _check_rbd _ensure_rbd_available _show_rbd_mapping _wait_for_volume 388 471 get_device_name(connection_properties,expect=)! 632
 os_brick.initiator.windows.smbfs
  WindowsSMBFSConnector<:initiator.windows.base.BaseWindowsConnector _diskutils _expect_raw_disk _get_disk_path _get_export_path 190 231 _smbutils _vhdutils 388 471 ensure_share_mounted(connection_properties)! 504 556 609 631
 os_brick.local_dev.lvm
  LVM<:executor.Executor LVM_CMD_PREFIX _calculate_thin_pool_size _create_vg _get_thin_pool_free_space _get_vg_uuid _lv_is_active _mangle_lv_name _run_lvm_command _supports_lvchange_ignoreskipactivation _supports_snapshot_lv_activation _vg_exists _wait_for_volume_deactivation activate_lv(name,is_snapshot=,permanent=)! create_lv_snapshot create_thin_pool(name=,size_str=)! create_volume(name,size_str,lv_type=,mirror_count=) deactivate_lv(name)! delete extend_volume(lv_name,new_size) get_all_physical_volumes(root_helper,vg_name=)! get_all_volume_groups(root_helper,vg_name=)! get_lv_info get_lvm_version(root_helper)! get_physical_volumes() get_volume(name)! get_volumes(lv_name=)! lv_has_snapshot(name)! pv_list rename_volume(lv_name,new_name) revert(snapshot_name) supports_full_pool_create supports_lvchange_ignoreskipactivation supports_snapshot_lv_activation supports_thin_provisioning(root_helper)!~ update_volume_group_info()! vg_free_space vg_lv_count vg_mirror_free_space(mirror_count) vg_mirror_size(mirror_count) vg_name vg_provisioned_capacity vg_size vg_thin_pool vg_thin_pool_free_space vg_thin_pool_size vg_uuid
 os_brick.remotefs.remotefs
  RemoteFsClient<:executor.Executor _check_nfs_options _do_mount 120 _get_hash_str 199 _mount_nfs 201 202 _mount_vzstorage _nfs_mount_type_opts _option_exists _read_mounts _update_option 280 get_mount_base() get_mount_point(device_name)! 738 852 894
  ScalityRemoteFsClient<.RemoteFsClient 199 201 202 get_mount_point(device_name) 738 852
  VZStorageRemoteFSClient<.RemoteFsClient _do_mount 280
 os_brick.remotefs.windows_remotefs
  WindowsRemoteFsClient<:remotefs.remotefs.RemoteFsClient _create_mount_point _get_share_norm_path 190 _loopback_share_map 199 201 202 _parse_credentials _password_regex _pathutils _smbutils _username_regex get_local_share_path(share,expect_existing=)! get_share_name(share)! get_share_subdir(share)!~ 738 unmount(share)
 os_brick.utils
  Anything
  retry_if_exit_code*
os_client_config app_name app_version
 os_client_config OpenStackConfig=:config.OpenStackConfig
 os_client_config.cloud_config
  CloudConfig*<openstack.config.cloud_region.CloudRegion get_api_version(service_type)!~ get_auth()~ get_auth_args()!~ 547 get_cache_class()~ get_cache_expiration() get_cache_expiration_time()~ get_cache_path()~ get_cache_resource_expiration(resource,default=)~ get_default_network()~ get_endpoint(service_type)!~ get_endpoint_type(service_type=)~ get_external_ipv4_networks()~ get_external_ipv6_networks()~ get_external_networks()~ get_interface(service_type=)!~ get_internal_ipv4_networks()~ get_internal_ipv6_networks()~ get_internal_networks()~ get_legacy_client(service_key,client_class=,interface_key=,pass_version_arg=,version=,min_version=,max_version=,**) get_nat_destination()~ get_nat_source()~ get_region_name(*|service_type=)! get_requests_verify_args()!~ get_service_catalog()~ get_service_name(service_type)!~ get_service_type(service_type)!~ get_services()~ get_session()!~ get_session_client(service_key,version=)~ get_session_endpoint(service_key,min_version=,max_version=)!~ insert_user_agent() requires_floating_ip()~ set_session_constructor(session_constructor)~
 os_client_config.config
  OpenStackConfig<openstack.config.loader.OpenStackConfig _app_name _app_version _argv_timeout _cache_arguments _cache_class _cache_expiration _cache_expiration_time _cache_max_age _cache_path _clean_up_after_ourselves _cloud_region_class _config_files _defaults_module _expand_region_name _expand_regions _expand_vendor_profile _find_winning_auth_value _fix_args _fix_backwards_api_timeout _fix_backwards_auth_plugin _fix_backwards_interface _fix_backwards_madness _fix_backwards_networks _fix_backwards_project _fix_project_madness _get_auth_loader _get_base_cloud_config _get_cloud_sections _get_known_regions _get_region _get_regions _handle_domain_id _load_config_file _load_secure_file _load_vendor_file _load_yaml_file _load_yaml_json_file _normalize_keys _project_scoped _pw_callback _secure_files _session_constructor _validate_auth _validate_auth_correctly _validate_auth_ksc _validate_networks _vendor_files auth_config_hook(config)!~ cloud_config config_filename default_cloud defaults envvar_key force_ipv4 get_all_clouds 547 get_cache_class()~ get_cache_expiration()~ get_cache_expiration_time()!~ get_cache_interval()~ get_cache_max_age()~ get_cache_path()~ get_cloud_names()!~ get_extra_config(key,defaults=)~ get_one_cloud get_one_cloud_osc(cloud=,validate=,argparse=,**)~ get_services()~ log magic_fixes(config)!~ option_prompt(config,p_opt)!~ prefer_ipv6 register_argparse_arguments(parser,argv,service_keys=)~ set_one_cloud(config_file,cloud,set_config=)~
 os_client_config.defaults_dict
  DefaultsDict* add(key,default_value=,also=,prefix=)
 os_client_config.exceptions
  OpenStackConfigException<Exception
  OpenStackConfigVersionException<openstack.exceptions.ConfigException,.OpenStackConfigException 987
os_ken accept_mode actions advertisement_interval alert arp_op arp_sha arp_sha_mask arp_spa arp_spa_mask arp_tha arp_tha_mask arp_tpa arp_tpa_mask attribute_maps auth_data auth_type band_stats bands bgp_state body bond_fake_iface bridge bucket_stats buckets bundle_id callers checksum client cls_kind cls_length code cond_changed condition connect_mode connection_mode controller daemon data datapath desc disable_ipv6 dl_dst dl_dst_mask dl_src dl_src_mask dl_type dl_vlan dl_vlan_pcp dry_run dst elements enabled environ eor_sent ethertype events exp_type experimenter external_ids fake_bridge field fields filtered flags flow_removed_mask flows formatter gateway_mac get_script_args get_version hasmask icmpv4_code icmpv4_type icmpv6_code icmpv6_type id idl in_filters in_phy_port in_port inet inet6 instructions interfaces ip_dscp ip_ecn ip_proto ipv4_dst ipv4_dst_mask ipv4_src ipv4_src_mask ipv6_dst ipv6_dst_mask ipv6_exthdr ipv6_exthdr_mask ipv6_flabel ipv6_flabel_mask ipv6_label ipv6_nd_sll ipv6_nd_target ipv6_nd_tll ipv6_src ipv6_src_mask is_down is_selected len length local_port mac_address master_adver_interval match message metadata metadata_mask miss_send_len mpls_bos mpls_label mpls_labels mpls_tc multi_exit_disc name nd_target nd_target_mask need_table network_id nw_dst nw_dst_mask nw_frag nw_frag_mask nw_proto nw_src nw_src_mask nw_ttl ofpmsg other_config out_filters override_get_script_args packet_in_mask parent path path_info pbb_isid pbb_isid_mask peer_port peer_to_rtfilter_map pkt_in_filter pkt_mark pkt_mark_mask port port_status_mask ports preempt_delay preempt_mode priority propagate properties property qos queues reason recurse reply_q request result route_type routing_info rows scheduled_time sctp_dst sctp_src send_tc_flg src start_response state stats status strong_ref sync table table_id tag target tcp_dst tcp_flags tcp_flags_mask tcp_src tlv_type tp_dst tp_dst_mask tp_src tp_src_mask tun_id tun_id_mask tunnel_id tunnel_id_mask type udp_dst udp_src urlvars uuid verify_mode version vlan_pcp vlan_tci vlan_tci_mask vlan_vid vlan_vid_mask xid
 os_ken.base.app_manager
  AppManager 29 _close _instance _instantiate _report_brick _update_bricks applications applications_cls 374 close_sem context_iteritems contexts contexts_cls create_contexts() get_instance() instantiate(cls,*,**) instantiate_apps(*,**) load_app(name)! load_apps(app_lists) report_bricks()! run_apps(app_lists) uninstantiate(name)!
  OSKenApp CONF 29 _CONTEXTS _EVENTS _event_loop _event_stop _events_sem _send_event 375 394 event_handlers events 576 586 is_active 717 main_thread 740 742 756 observers 815 817 830 863 864 send_request(req) 897 903 916 940 956 957 958 959
  RyuApp CONF 29 _CONTEXTS _EVENTS _event_loop _event_stop _events_sem _send_event 375 394 event_handlers events 576 586 is_active 717 main_thread 740 742 756 observers 815 817 830 863 864 send_request(req) 897 903 916 940 956 957 958 959
 os_ken.controller.conf_switch
  ConfSwitchSet<:base.app_manager.OSKenApp,:base.app_manager.RyuApp confs del_dpid(dpid) del_key(dpid,key) dpids() find_dpid(key,value) get_key(dpid,key) keys(dpid) 740 set_key(dpid,key,value)
  EventConfSwitchDel<:controller.event.EventBase dpid key
  EventConfSwitchDelDPID<:controller.event.EventBase dpid
  EventConfSwitchSet<:controller.event.EventBase dpid key 986
 os_ken.controller.controller
  Datapath<:ofproto.ofproto_protocol.ProtocolDesc _close_write _echo_request_loop _ports _recv_loop _send_loop _send_q_sem acknowledge_echo_reply(xid) 315 375 echo_request_interval flow_format id is_active is_reserved_port(port_no) max_unreplied_echo_requests ofp_brick send(buf,close_socket=)! send_barrier()! send_delete_all_flows() send_flow_del(rule,cookie,out_port=) send_flow_mod(rule,cookie,command,idle_timeout,hard_timeout,priority=,buffer_id=,out_port=,flags=,actions=)! send_msg(msg,close_socket=)! send_nxt_set_flow_format(flow_format)! send_packet_out(buffer_id=,in_port=,actions=,data=) send_q serve() set_state(state)! set_xid(msg)! socket state unreplied_echo_requests xid
  OpenFlowController _clients ofp_ssl_listen_port ofp_tcp_listen_port server_loop(ofp_tcp_listen_port,ofp_ssl_listen_port)! spawn_client_loop(addr,interval=)! stop_client_loop(addr)
 os_ken.controller.dpset
  DPSet<:base.app_manager.OSKenApp,:base.app_manager.RyuApp _port_added _port_deleted 228 _unregister dispatcher_change dps dpset get(dp_id) get_all() 593 get_ports(dpid) 740 port_state port_status_handler 926
  EventDP<.EventDPBase enter ports
  EventDPBase<:controller.event.EventBase dp
  EventDPReconnected<.EventDPBase ports
  EventPortAdd<.EventPortBase
  EventPortBase<.EventDPBase port
  EventPortDelete<.EventPortBase
  EventPortModify<.EventPortBase
  PortState* add(port_no,port) modify(port_no,port) remove(port_no)
 os_ken.controller.event
  EventBase
  EventReplyBase<.EventBase dst
  EventRequestBase<.EventBase dst reply_q src sync
 os_ken.controller.mac_to_network
  MacToNetwork add_mac(mac,nw_id,nw_id_external=) del_mac(mac) dpid get_network(mac,default=) mac_to_net nw
 os_ken.controller.mac_to_port
  MacToPortTable dpid_add(dpid) mac_del(dpid,mac) mac_list(dpid,port) mac_to_port port_add(dpid,port,mac) port_get(dpid,mac)
 os_ken.controller.network
  DPIDs* 580 get_network(dpid,port_no) get_network_safe(dpid,port_no) get_networks(dpid) get_port(dpid,port_no)! get_ports(dpid,network_id=,mac_address=) remove_port(dpid,port_no) set_mac(network_id,dpid,port_no,mac_address) setdefault_dpid(dpid)! setdefault_network(dpid,port_no) 964 update_port(dpid,port_no,network_id)
  EventMacAddress<:controller.event.EventBase add_del dpid mac_address 743 776
  EventNetworkDel<:controller.event.EventBase 743
  EventNetworkPort<:controller.event.EventBase add_del dpid 743 776
  MacAddressAlreadyExist<:exception.OSKenException,:exception.RyuException 732
  MacAddresses* add_port(network_id,dpid,port_no,mac_address) get_ports(network_id,mac_address) remove_port(network_id,dpid,port_no,mac_address)
  MacToPort* add_port(dpid,port_no,mac_address) get_ports(mac_address) remove_port(dpid,port_no,mac_address)
  Network<:base.app_manager.OSKenApp,:base.app_manager.RyuApp _check_nw_id_unknown _get_old_mac _update_port add_datapath(ofp_switch_features) create_mac(network_id,dpid,port_no,mac_address) 414 create_port(network_id,dpid,port) dpids filter_ports(dpid,in_port,nw_id,allow_nw_id_external=) 565 580 get_network(dpid,port) get_networks(dpid) 593 get_ports(dpid,network_id=,mac_address=)! get_ports_with_mac(network_id,mac_address) 644 list_mac(dpid,port_no) list_networks() list_ports(network_id)! list_ports_noraise(network_id) mac_addresses 740 networks nw_id_unknown port_added(datapath,port_no)! port_deleted(dpid,port_no) 828 remove_port(network_id,dpid,port_no) same_network(dpid,nw_id,out_port,allow_nw_id_external=) 964 965 update_port(network_id,dpid,port)
  Networks* add_event(network_id,dpid,port_no)! add_raw(network_id,dpid,port_no)! 414 565 644 has_port(network_id,dpid,port) list_networks() list_ports(network_id) remove(network_id,dpid,port_no) 828 remove_raw(network_id,dpid,port_no)! 965
  Port mac_address 743 776
 os_ken.controller.ofp_event
  EventOFPMsgBase<:controller.event.EventBase msg timestamp
  EventOFPPortStateChange<:controller.event.EventBase datapath 776 reason
  EventOFPStateChange<:controller.event.EventBase datapath
 os_ken.controller.ofp_handler
  OFPHandler<:base.app_manager.OSKenApp,:base.app_manager.RyuApp _hello_failed controller echo_reply_handler echo_request_handler error_msg_handler hello_handler multipart_reply_handler 740 port_status_handler 903 926
 os_ken.controller.tunnels
  DPIDs _add_remote_dpid add_remote_dpid(dpid,port_no,remote_dpid) 450 dpids 594 600 list_ports(dpid) send_event update_remote_dpid(dpid,port_no,remote_dpid)
  EventTunnelKeyAdd<.EventTunnelKeyBase
  EventTunnelKeyBase<:controller.event.EventBase 743 tunnel_key
  EventTunnelKeyDel<.EventTunnelKeyBase
  EventTunnelPort<:controller.event.EventBase add_del dpid 776 remote_dpid
  RemoteDPIDAlreadyExist<:exception.OSKenException,:exception.RyuException 732
  TunnelKeyAlreadyExist<:exception.OSKenException,:exception.RyuException 732
  TunnelKeyNotFound<:exception.OSKenException,:exception.RyuException 732
  TunnelKeys* 447 get_key(network_id) 816 963
  Tunnels<:base.app_manager.OSKenApp,:base.app_manager.RyuApp 447 450 dpids get_key(network_id) 594 600 list_ports(dpid) 740 816 register_port(dpid,port_no,remote_dpid) tunnel_keys 963 update_port(dpid,port_no,remote_dpid)
 os_ken.exception
  OSKenException<Exception 690 732
  RyuException<Exception 690 732
 os_ken.lib.hub
  Event _broadcast _cond _ev _wait clear() is_set() set() 995
  HubThread* cancel()!~ 853 995
  LoggingWrapper write(message)
  StreamClient _is_active addr connect()! connect_loop(handle,interval) ssl_args 916 941
  StreamServer handle serve_forever() server
  WSGIServer<.StreamServer 717 serve_forever()
 os_ken.ofproto.ofproto_protocol
  ProtocolDesc ofproto ofproto_parser set_version(version)! supported_ofp_version
os_resource_classes
os_service_types
 os_service_types ServiceTypes=:service_types.ServiceTypes
 os_service_types.exc
  AliasUsageWarning<._BaseWarning,Warning 469
  UnofficialUsageWarning<._BaseWarning,Warning 469
  _BaseWarning<Warning 469
 os_service_types.service_types
  ServiceTypes _canonical_project_name _service_types_data _warn all_types_by_service_type forward get_aliases(service_type)! get_all_service_data_for_project(project_name) get_all_types(service_type) get_official_service_data(service_type)! get_project_name(service_type) get_service_data(service_type)! get_service_data_for_project(project_name) get_service_type(service_type,permissive=)! is_alias(service_type)! is_known(service_type)! is_match(requested,found) is_official(service_type)! primary_service_by_project reverse service_types_by_project 881 971 987
 os_service_types.types
  Service*
  ServiceTypes*
os_traits
os_vif obj reraise
 os_vif.exception
  ExceptionBase<Exception 326 format_message() 690 732 739
  ExternalImport<.ExceptionBase 739
  LibraryNotInitialized<.ExceptionBase 739
  NetworkInterfaceNotFound<.ExceptionBase 739
  NetworkInterfaceTypeNotDefined<.ExceptionBase 739
  NetworkMissingPhysicalNetwork<.ExceptionBase 739
  NoMatchingPlugin<.ExceptionBase 739
  NoMatchingPortProfileClass<.ExceptionBase 739
  NoMatchingVIFClass<.ExceptionBase 739
  NoSupportedPortProfileVersion<.ExceptionBase 739
  NoSupportedVIFVersion<.ExceptionBase 739
  NotImplementedForOS<.ExceptionBase 739
  PlugException<.ExceptionBase 739
  UnplugException<.ExceptionBase 739
 os_vif.internal.command.ip.api
  IpCommand TYPE_VETH TYPE_VLAN add(device,dev_type,check_exit_code=,peer=,link=,vlan_id=)! 438 set(device,check_exit_code=,state=,mtu=,address=,promisc=)!
 os_vif.internal.command.ip.impl_pyroute2
  PyRoute2<:internal.command.ip.api.IpCommand _ip_link 289 437 883
 os_vif.internal.command.ip.impl_shell
  IPTools<:internal.command.ip.api.IpCommand 289 437 ip 883
  ShellIpCommands _execute_command add_device(device,dev_type,peer=,link=,vlan_id=) del_device(device) exist_device(device)! set(device,status=,**)! set_device_mtu(device,mtu) set_status_down(device) set_status_up(device) show_device(device)! show_mac(device) show_mtu(device) show_promisc(device) show_state(device)
 os_vif.internal.command.ip.ip_command
  IpCommand TYPE_BRIDGE TYPE_VETH TYPE_VLAN add(device,dev_type,check_exit_code=,peer=,link=,vlan_id=,ageing=)! 438 exists(device)! 885
 os_vif.internal.command.ip.linux.impl_pyroute2
  PyRoute2<:internal.command.ip.ip_command.IpCommand _ip_link add(device,dev_type,check_exit_code=,peer=,link=,vlan_id=,ageing=) 437 499 884
 os_vif.internal.command.ip.windows.impl_netifaces
  Netifaces<:internal.command.ip.ip_command.IpCommand 289 437 499 884
 os_vif.internal.ip.ip_command
  IpCommand TYPE_BRIDGE TYPE_TUNTAP TYPE_VETH TYPE_VLAN add(device,dev_type,check_exit_code=,peer=,link=,vlan_id=,ageing=,mode=,multiqueue=)! 438 exists(device)! 885
 os_vif.internal.ip.linux.impl_pyroute2
  PyRoute2<:internal.ip.ip_command.IpCommand _ip_link _lookup_interface add(device,dev_type,check_exit_code=,peer=,link=,vlan_id=,ageing=,mode=,multiqueue=) 437 499 lookup_interface(ip,link)!~ 884
 os_vif.internal.ip.windows.impl_netifaces
  Netifaces<:internal.ip.ip_command.IpCommand 289 437 499 884
 os_vif.objects DatapathOffloadBase=:objects.vif.DatapathOffloadBase DatapathOffloadRepresentor=:objects.vif.DatapathOffloadRepresentor FixedIP=:objects.fixed_ip.FixedIP FixedIPList=:objects.fixed_ip.FixedIPList HostInfo=:objects.host_info.HostInfo HostPluginInfo=:objects.host_info.HostPluginInfo HostPortProfileInfo=:objects.host_info.HostPortProfileInfo HostVIFInfo=:objects.host_info.HostVIFInfo InstanceInfo=:objects.instance_info.InstanceInfo Network=:objects.network.Network Route=:objects.route.Route RouteList=:objects.route.RouteList Subnet=:objects.subnet.Subnet SubnetList=:objects.subnet.SubnetList VIFBase=:objects.vif.VIFBase VIFBridge=:objects.vif.VIFBridge VIFDirect=:objects.vif.VIFDirect VIFGeneric=:objects.vif.VIFGeneric VIFHostDevice=:objects.vif.VIFHostDevice VIFNestedDPDK=:objects.vif.VIFNestedDPDK VIFOpenVSwitch=:objects.vif.VIFOpenVSwitch VIFPortProfile8021Qbg=:objects.vif.VIFPortProfile8021Qbg VIFPortProfile8021Qbh=:objects.vif.VIFPortProfile8021Qbh VIFPortProfileBase=:objects.vif.VIFPortProfileBase VIFPortProfileFPBridge=:objects.vif.VIFPortProfileFPBridge VIFPortProfileFPOpenVSwitch=:objects.vif.VIFPortProfileFPOpenVSwitch VIFPortProfileFPTap=:objects.vif.VIFPortProfileFPTap VIFPortProfileK8sDPDK=:objects.vif.VIFPortProfileK8sDPDK VIFPortProfileOVSRepresentor=:objects.vif.VIFPortProfileOVSRepresentor VIFPortProfileOpenVSwitch=:objects.vif.VIFPortProfileOpenVSwitch VIFVHostUser=:objects.vif.VIFVHostUser
 os_vif.objects.base
  VersionedObject<oslo_versionedobjects.base.VersionedObject OBJ_PROJECT_NAMESPACE
  VersionedObjectPrintableMixin obj_to_primitive
 os_vif.objects.fields
  ListOfIPAddressField*<oslo_versionedobjects.fields.AutoTypedField
  PCIAddress<oslo_versionedobjects.fields.FieldType _REGEX 377
  PCIAddressField<oslo_versionedobjects.fields.AutoTypedField 0
  VIFDirectMode*<oslo_versionedobjects.fields.Enum
  VIFDirectModeField<oslo_versionedobjects.fields.BaseEnumField 0
  VIFHostDeviceDevType*<oslo_versionedobjects.fields.Enum
  VIFHostDeviceDevTypeField<oslo_versionedobjects.fields.BaseEnumField 0
  VIFVHostUserMode*<oslo_versionedobjects.fields.Enum
  VIFVHostUserModeField<oslo_versionedobjects.fields.BaseEnumField 0
  VIFVIFHostDeviceDevType*<oslo_versionedobjects.fields.Enum
  VIFVIFHostDeviceDevTypeField<oslo_versionedobjects.fields.BaseEnumField 0
 os_vif.objects.fixed_ip
  FixedIP<:objects.base.VersionedObject 51 512
  FixedIPList<:objects.base.VersionedObject,oslo_versionedobjects.base.ObjectListBase 51 512
 os_vif.objects.host_info
  HostInfo<:objects.base.VersionedObject,oslo_versionedobjects.base.ComparableVersionedObject,:objects.base.VersionedObjectPrintableMixin 512 514 get_plugin(name) has_plugin(name) plugin_info
  HostPluginInfo<:objects.base.VersionedObject,oslo_versionedobjects.base.ComparableVersionedObject,:objects.base.VersionedObjectPrintableMixin 51 512 514 get_vif(name) has_vif(name) vif_info
  HostPortProfileInfo<:objects.base.VersionedObject,oslo_versionedobjects.base.ComparableVersionedObject,:objects.base.VersionedObjectPrintableMixin 51 512 551 729 737 profile_object_name
  HostVIFInfo<:objects.base.VersionedObject,oslo_versionedobjects.base.ComparableVersionedObject,:objects.base.VersionedObjectPrintableMixin 51 512 551 729 737 740 754 vif_object_name
 os_vif.objects.instance_info
  InstanceInfo<:objects.base.VersionedObject 51 512
 os_vif.objects.network
  Network<:objects.base.VersionedObject 51 512 754
 os_vif.objects.route
  Route<:objects.base.VersionedObject 51 512
  RouteList<:objects.base.VersionedObject,oslo_versionedobjects.base.ObjectListBase 51 512
 os_vif.objects.subnet
  Subnet<:objects.base.VersionedObject 51 512
  SubnetList<:objects.base.VersionedObject,oslo_versionedobjects.base.ObjectListBase 51 512
 os_vif.objects.vif
  DatapathOffloadBase<:objects.base.VersionedObject,oslo_versionedobjects.base.ComparableVersionedObject 51
  DatapathOffloadRepresentor<.DatapathOffloadBase 51 512
  VIFBase<:objects.base.VersionedObject,oslo_versionedobjects.base.ComparableVersionedObject 51 512
  VIFBridge<.VIFBase 51 512
  VIFDirect<.VIFBase 51 512
  VIFGeneric<.VIFBase 51 512
  VIFHostDevice<.VIFBase 51 512
  VIFNestedDPDK<.VIFBase 51 512
  VIFOpenVSwitch<.VIFBase,.VIFBridge 51 512
  VIFPortProfile8021Qbg<.VIFPortProfileBase 51 512 754
  VIFPortProfile8021Qbh<.VIFPortProfileBase 51 512 754
  VIFPortProfileBase<:objects.base.VersionedObject,oslo_versionedobjects.base.ComparableVersionedObject 51 512 obj_relationships
  VIFPortProfileFPBridge<.VIFPortProfileBase 51 512 754
  VIFPortProfileFPOpenVSwitch<.VIFPortProfileOpenVSwitch 51 512 754
  VIFPortProfileFPTap<.VIFPortProfileBase 51 512 754
  VIFPortProfileK8sDPDK<.VIFPortProfileBase 51 512 754
  VIFPortProfileOVSRepresentor<.VIFPortProfileOpenVSwitch 51 512 754
  VIFPortProfileOpenVSwitch<.VIFPortProfileBase 51 512 754
  VIFVHostUser<.VIFBase 51 512 754
 os_vif.plugin
  PluginBase CONFIG_OPTS config describe()! load(plugin_name)> plug(vif,instance_info)! unplug(vif,instance_info)!
os_win argtypes bInheritHandle grfAccessMode grfAccessPermissions grfInheritance hEvent key length nLength pstrName reraise restype syntax text threading value
 os_win.exceptions
  ClusterException<.OSWinException
  ClusterGroupMigrationFailed<.ClusterException 739
  ClusterGroupMigrationTimeOut<.ClusterGroupMigrationFailed 739
  ClusterObjectNotFound<.NotFound,.ClusterException
  ClusterPropertyListEntryNotFound<.ClusterPropertyRetrieveFailed 739
  ClusterPropertyListParsingError<.ClusterPropertyRetrieveFailed 739
  ClusterPropertyRetrieveFailed<.ClusterException 739
  ClusterWin32Exception<.ClusterException,.Win32Exception
  DNSException<.OSWinException
  DNSZoneAlreadyExists<.DNSException 739
  DNSZoneNotFound<.NotFound,.DNSException 739
  DiskNotFound<.NotFound
  DiskUpdateError<.OSWinException 739
  FCException<.OSWinException
  FCWin32Exception<.FCException,.Win32Exception
  HyperVAuthorizationException<.HyperVException 739
  HyperVClusterException<.HyperVException
  HyperVException<.OSWinException,Exception
  HyperVPortNotFoundException<.NotFound,.HyperVException 739
  HyperVRemoteFXException<.HyperVException
  HyperVVMNotFoundException<.NotFound,.HyperVException 739
  HyperVvNicNotFound<.NotFound,.HyperVException 739
  HyperVvSwitchNotFound<.NotFound,.HyperVException 739
  ISCSIInitiatorAPIException<.Win32Exception
  ISCSILunNotAvailable<.ISCSITargetException 739
  ISCSITargetException<.OSWinException
  ISCSITargetWMIException<.ISCSITargetException,.WMIException
  Invalid<.OSWinException
  InvalidClusterGroupState<.ClusterException 739
  InvalidParameterValue<.Invalid 739
  InvalidVMVersion<.Invalid 739
  JobTerminateFailed<.HyperVException 739
  NotFound<.OSWinException 739
  OSWinException<Exception error_code 690 732 739
  PciDeviceNotFound<.NotFound 739
  ResourceUpdateError<.OSWinException 739
  SCSIIdDescriptorParsingError<.Invalid 739
  SCSIPageParsingError<.Invalid 739
  SMBException<.OSWinException
  Timeout<.OSWinException 739
  UnsupportedConfigDriveFormatException<.HyperVException
  UnsupportedOperation<.Invalid 739
  VHDException<.OSWinException
  VHDResizeException<.HyperVException 739
  VHDWin32APIException<.VHDException,.Win32Exception
  WMIException<.OSWinException 739
  WMIJobFailed<.HyperVException error_code job_state 739
  Win32Exception<.OSWinException error_code 739
  Win32IOException<.Win32Exception
  WqlException<.OSWinException
 os_win.utils.io.namedpipe
  NamedPipeHandler _MAX_LOG_ROTATE_RETRIES _cancel_io _cleanup_handles _close_pipe _connect_event _get_data_to_write _input_queue _ioutils 191 _log_file_handle _log_file_path _open_pipe _output_queue _pipe_handle _pipe_name _r_buffer _r_completion_routine _r_overlapped _read_callback _read_from_pipe _retry_if_file_in_use _rotate_logs _setup_io_structures _start_io_worker _stopped _w_buffer _w_completion_routine _w_overlapped 286 _write_to_log _write_to_pipe flush_log_file() 903 917
 os_win.utils.processutils
  Mutex _handle _processutils _win32_utils acquire(timeout_ms=)! 374 740 release()!
 os_win.utilsfactory get_mutex>:utils.processutils.Mutex get_named_pipe_handler>:utils.io.namedpipe.NamedPipeHandler
oslo_cache deaduntil get_expiration_time key_mangler read_preference should_cache
 oslo_cache DebugProxy=:core.DebugProxy
 oslo_cache.backends.dictionary
  DictCacheBackend* 439 delete_multi(keys)~ get(key)! get_multi(keys)~ 886 set_multi(mapping)!~
 oslo_cache.backends.etcd3gw
  Etcd3gwCacheBackend* 439 448 get(key)! 581 886 set_multi(mapping)!
 oslo_cache.backends.memcache_pool
  ClientProxy*
  PooledMemcachedBackend*
 oslo_cache.backends.mongo
  AbstractManipulator 947 948 will_copy()
  BaseTransform<.AbstractManipulator 947 948
  MongoApi _DB _MONGO_COLLS _assign_data_mainpulator _data_manipulator _get_cache_entry _get_db _get_doc_date _get_results_as_dict _init_args _ssl_cert_req_type _validate_ttl_index cache_collection conn_kwargs db_name 439 448 526 get_cache_collection()! 581 hosts max_pool_size meth_kwargs 769 read_preference replicaset_name 886 899 son_manipulator ttl_seconds use_replica 980 w
  MongoCacheBackend* 439 448 526 581 886 899
 oslo_cache.backends.noop
  NoopCacheBackend* 439 448 526 581 886 899
 oslo_cache.core
  DebugProxy* 439 448 526 581 886 set_multi(keys)
 oslo_cache.exception
  ConfigurationError<Exception
  Error<Exception _build_message 376 733 title
  NotImplemented<.Error 376 733 title
  QueueEmpty<Exception
  ValidationError<.Error 376 733 title
 oslo_cache.testing
  CacheIsolatingProxy* 526 886
oslo_concurrency args asctime color domain exc_text excepthook manager msg msgid override_time params project reraise threading version
 oslo_concurrency.fixture.lockutils
  ExternalLockFixture* 887
  LockFixture* 887
 oslo_concurrency.lockutils
  AcquireLockFailedException<Exception 732
  FairLocks 191 _locks get(name)
  LockPartialProtocol*
  RemovePartialProtocol*
  Semaphores 191 _semaphores get(name)
  SyncPartialProtocol*
 oslo_concurrency.processutils
  InvalidArgumentError<Exception
  LogErrors*
  NoRootWrapSpecified<Exception
  ProcessExecutionError<Exception cmd 462 exit_code stderr stdout
  ProcessLimits* prlimit_args()
  UnknownArgumentError<Exception
oslo_config api common compute default default_config_dirs default_config_files document messaging name required
 oslo_config.cfg
  ArgsAlreadyParsedError*<.Error
  BoolOpt*
  ConfigDirNotFoundError*<.Error
  ConfigFileParseError*<.Error
  ConfigFileValueError*<.ConfigSourceValueError,.Error,ValueError
  ConfigFilesNotFoundError*<.Error
  ConfigFilesPermissionDeniedError*<.Error
  ConfigOpts* export_state()!~ find_file(name) get_location(name,group=)~ 661 import_opt(name,module_str,group=) import_state(state)~ list_all_sections()~ log_opt_values(logger,lvl) print_help(file=) print_usage(file=) register_group(group)! register_mutate_hook(hook)~ reset()
  ConfigOptsSerializationError*<.Error
  ConfigParser*<:iniparser.BaseParser assignment(key,value) error_no_section()!>.ParseError new_section(section) parse() parse_exc(msg,lineno,line=)!>.ParseError
  ConfigSourceValueError*<.Error,ValueError
  DefaultValueError*<.Error,ValueError
  DeprecatedOpt*
  DictOpt*
  DuplicateOptError*<.Error
  Error*<Exception
  FloatOpt*
  HostAddressOpt*
  HostDomainOpt*
  HostnameOpt*
  IPOpt*
  IntOpt*
  ListOpt*
  Locations*
  MultiConfigParser* get(names,multi=,normalized=|section,names,multi=) read(config_files)
  MultiOpt*
  MultiStrOpt*<.MultiOpt
  NoSuchGroupError*<.Error
  NoSuchOptError*<.Error,AttributeError
  NotInitializedError*<.Error
  OptGroup*
  ParseError*<:iniparser.ParseError
  PortOpt*<.IntOpt
  RequiredOptError*<.Error
  StrOpt*
  SubCommandOpt*
  TemplateSubstitutionError*<.Error
  URIOpt*
 oslo_config.cfgfilter
  CliOptRegisteredError<:cfg.Error
  ConfigFilter* expose_group(group)~ expose_opt(opt_name,group=)~ 661 import_opt(opt_name,module_str,group=) register_cli_opt(opt,group=)! register_cli_opts(opts,group=) register_group(group) 818 819
 oslo_config.fixture
  Config* config(**) load_raw_values(group=,**)~ register_cli_opt(opt,group=)!~ register_cli_opts(opts,group=)~ 818 819 887 set_config_dirs(config_dirs)~ set_config_files(config_files)~ set_default(name,default,group=)~
 oslo_config.iniparser
  BaseParser _assignment _get_section _split_key_value assignment(key,value)! comment(comment)! error_empty_key(line)! error_invalid_assignment(line)! error_no_section_end_bracket(line)! error_no_section_name(line)! error_unexpected_continuation(line)! lineno new_section(section)! parse(lineiter) parse_exc
  ParseError<Exception line lineno msg
 oslo_config.sources
  ConfigurationSource get(group_name,option_name,opt)!
  ConfigurationSourceDriver list_options_for_discovery()! open_source_from_opt_group(conf,group_name)!
 oslo_config.sphinxext
  ConfigDomain* merge_domaindata(docnames,otherdata)~ resolve_xref(env,fromdocname,builder,typ,target,node,contnode)
  ConfigGroup* add_target_and_index(firstname,sig,signode)~ handle_signature(sig,signode)~ run()~
  ConfigGroupXRefRole* 787
  ConfigOptXRefRole* 787
  ConfigOption* add_target_and_index(firstname,sig,signode) handle_signature(sig,signode)
  ShowOptionsDirective* 853
 oslo_config.types
  Boolean<.ConfigType 1 FALSE_VALUES TRUE_VALUES 127
  ConfigType 1 NONE_DEFAULT 127 format_defaults(default,sample_default=) is_base_type(other) quote_trailing_and_leading_space(str_val) type_name
  Dict<.ConfigType 1 127 bounds key_value_separator min_length value_type
  Float<.Number,.ConfigType 1 127
  HostAddress<.ConfigType 127 hostname ip_address
  HostDomain<.HostAddress DOMAIN_REGEX
  Hostname<.ConfigType HOSTNAME_REGEX 127
  IPAddress<.ConfigType 1 _check_both_versions _check_ipv4 _check_ipv6 127 version_checker
  Integer<.Number,.ConfigType 1 _check_choices _check_range 127 choices max min
  List<.ConfigType 1 127 bounds item_type min_length
  MultiString<.String 1 NONE_DEFAULT 127 format_defaults(default,sample_default=)~
  Number<.ConfigType _check_choices _check_range 127 choices max min num_type
  Port<.Integer PORT_MAX PORT_MIN
  Range<.ConfigType 127 inclusive max min
  String<.ConfigType 1 127 choices ignore_case lower_case_choices max_length quotes regex
  URI<.ConfigType 127 _value max_length schemes 986
oslo_context context
 oslo_context.context
  RequestContext FROM_DICT_EXTRA_KEYS 110 _is_admin 221 223 275 277 337 check_is_admin()! domain 478 479 from_dict from_environ get_logging_values() global_id 639 is_admin 675 project_domain 796 797 798 800 read_only redacted_copy(**) 834 resource_uuid roles service_project_domain_id service_project_domain_name service_project_id service_project_name service_roles service_token service_user_domain_id service_user_domain_name service_user_id service_user_name show_deleted system_scope tenant to_dict()! to_policy_values() update_store()! user user_domain 977 978 979 user_idt_format user_name
 oslo_context.fixture
  ClearRequestContext* 887
oslo_db args bind cause chained_exception connection connection_invalidated contextual_connect current database domain engine enginefacade id is_disconnect isolation_level msg msgid override_time params raw_connection reraise sessionmaker should_close_with_result type type_ value y z
 oslo_db.api
  DBAPI* from_config(conf,backend_mapping=,lazy=)>
  wrap_db_retry _get_inc_interval _is_exception_expected db_error exception_checker inc_retry_interval jitter max_retries max_retry_interval retry_interval
 oslo_db.concurrency
  TpoolDbapiWrapper*
 oslo_db.exception
  BackendNotAvailable<Exception
  CantStartEngineError<Exception
  ColumnError<Exception
  ContextNotRequestedError<AttributeError
  DBConnectionError<.DBError
  DBConsistencyError<.DBDeadlock
  DBConstraintError<.DBError check_name 928
  DBDataError<.DBError
  DBDeadlock<.DBError
  DBDuplicateEntry<.DBError 379 986
  DBError<oslo_utils.excutils.CausedByException,Exception inner_exception
  DBInvalidUnicodeParameter<Exception 732
  DBMigrationError<.DBError,.DbMigrationError
  DBNonExistentConstraint<.DBError constraint 928
  DBNonExistentDatabase<.DBError database
  DBNonExistentTable<.DBError 928
  DBNotSupportedError<.DBError
  DBReferenceError<.DBError constraint key key_table 928
  DbMigrationError<.DBError
  InvalidSortKey<Exception key 732
  NoEngineContextEstablished<AttributeError
  NotSupportedWarning<Warning
  OsloDBDeprecationWarning<DeprecationWarning
  RetryRequest<Exception inner_exc
 oslo_db.sqlalchemy.asyncio_facade transaction_context>._AsyncTransactionContextManager
  _AsyncTransactionContext*<:sqlalchemy.enginefacade._AbstractTransactionContext
  _AsyncTransactionContextManager*<:sqlalchemy.enginefacade._AbstractTransactionContextManager using(context)
  _AsyncioTransactionFactory*<:sqlalchemy.enginefacade._AbstractTransactionFactory dispose_pool_async() 599 get_reader_maker()! 638 get_writer_maker()!
  _GreenletAdaptedLock*
 oslo_db.sqlalchemy.compat ExceptionContextImpl=:sqlalchemy.compat.handle_error.ExceptionContextImpl
 oslo_db.sqlalchemy.compat.handle_error
  ExceptionContextImpl chained_exception 391 cursor 488 execution_context is_disconnect original_exception parameters sqlalchemy_exception statement
 oslo_db.sqlalchemy.enginefacade transaction_context>._TransactionContextManager
  AlreadyStartedError*<TypeError
  LegacyEngineFacade* from_config(conf,sqlite_fk=,autocommit=,expire_on_commit=|conf,sqlite_fk=,expire_on_commit=)> 572 614 get_sessionmaker(use_slave=)
  _AbstractTransactionContext*
  _AbstractTransactionContextManager* append_on_engine_create(fn) configure(**) dispose_pool() get_engine() get_legacy_facade() get_sessionmaker() make_new_manager() patch_engine(engine) patch_factory(factory_or_manager)!
  _AbstractTransactionFactory* configure(**) configure_defaults(**) get_reader_engine() get_reader_maker() get_writer_engine() get_writer_maker()
  _TransactionContext*<._AbstractTransactionContext
  _TransactionContextManager*<._AbstractTransactionContextManager append_on_engine_create(fn)~ configure(**)~ dispose_pool()~ get_engine()~ 579 get_sessionmaker()~ make_new_manager()~ patch_engine(engine)~ patch_factory(factory_or_manager)!~ using(context)
  _TransactionFactory*<._AbstractTransactionFactory dispose_pool() 579 599 get_reader_maker()! 638 get_writer_maker()!
 oslo_db.sqlalchemy.models
  ModelBase* get(key,default=) items()!~ iteritems()! keys()~ next()~ save(session) update(values)
  ModelIterator*<.ModelBase next()~
  SoftDeleteMixin deleted deleted_at id save soft_delete(session)
  TimestampMixin created_at updated_at
 oslo_db.sqlalchemy.orm
  Query* 902 update_on_match(specimen,surrogate_key,values,**) update_returning_pk(values,surrogate_key)
  Session*
 oslo_db.sqlalchemy.provision
  Backend _dispose _ensure_backend_available _no_engine_reason _setup _verify all_viable_backends() backend_for_database_type(database_type) backends_by_database_type create_named_database(ident,conditional=) current_dbs database_exists(ident) database_type 482 drop_named_database(ident,conditional=) 488 impl provisioned_database_url(ident) provisioned_engine(ident) 971 verified
  BackendImpl all_impls() create_named_database(engine,ident,conditional=)! create_opportunistic_driver_url()! default_engine_kwargs dispose(engine) drivername drop_additional_objects(conn)! 482 drop_named_database(engine,ident,conditional=)! impl provisioned_database_url(base_url,ident)! provisioned_engine(base_url,ident) supports_drop_fk
  BackendResource* clean(resource)~ 674 make(dependency_resources)
  DatabaseResource* 367 674 make(dependency_resources)>.ProvisionedDatabase
  MySQLBackendImpl*<.BackendImpl 413 415 429 483
  PostgresqlBackendImpl*<.BackendImpl 413 415 429 drop_additional_objects(conn)~ 483
  ProvisionedDatabase backend db_token dispose() 488 enginefacade
  SQLiteBackendImpl*<.BackendImpl 413 415 database_exists(engine,ident) dispose(engine)~ 483 provisioned_database_url(base_url,ident)!~ provisioned_engine(base_url,ident)~
  Schema
  SchemaResource* 367 674 make(dependency_resources)>.Schema
  TransactionResource* 367 674 make(dependency_resources)>:sqlalchemy.utils.NonCommittingEngine
 oslo_db.sqlalchemy.session EngineFacade=.EngineFacade,:sqlalchemy.enginefacade.LegacyEngineFacade Query=:sqlalchemy.orm.Query,.Query Session=:sqlalchemy.orm.Session,.Session
  EngineFacade* from_config(conf,sqlite_fk=,autocommit=,expire_on_commit=)> 572 614
  Query* 902 update_on_match(specimen,surrogate_key,values,**)~ update_returning_pk(values,surrogate_key)~
  Session*
  SqliteForeignKeysListener* connect(dbapi_con,con_record)
 oslo_db.sqlalchemy.test_base
  DbFixture* cleanUp()~ 887
  DbTestCase* generate_schema(engine)~ 887
  MySQLOpportunisticFixture<.OpportunisticFixture,.DbFixture DBNAME DRIVER
  MySQLOpportunisticTestCase<.OpportunisticTestCase FIXTURE
  OpportunisticFixture<.DbFixture DBNAME DRIVER PASSWORD USERNAME _get_uri _provisioning_engine _uri cleanUp()~ setUp()~
  OpportunisticTestCase<.DbTestCase FIXTURE setUp()~ skip
  PostgreSQLOpportunisticFixture<.OpportunisticFixture,.DbFixture DBNAME DRIVER
  PostgreSQLOpportunisticTestCase<.OpportunisticTestCase FIXTURE
 oslo_db.sqlalchemy.test_fixtures
  AdHocDbFixture<.SimpleDbFixture _cleanup 128 971
  BaseDbFixture* get_enginefacade()! get_per_test_enginefacade()
  DeletesFromSchema<.ResetsData delete_from_schema(engine)! 839
  GeneratesSchema _BUILD_SCHEMA 54 generate_schema_create_all(engine)!
  GeneratesSchemaFromMigrations<.GeneratesSchema 54 generate_schema_migrations(engine)!
  MySQLOpportunisticFixture<.OpportunisticDbFixture DRIVER
  OpportunisticDBTestMixin FIXTURE SKIP_ON_UNAVAILABLE_DB _collected_resources _db_default _get_default_provisioned_db _instantiate_fixtures _instantiated_fixtures _setup_fixtures 291 fail generate_fixtures()! resources 887 skip skipTest useFixture
  OpportunisticDbFixture<.BaseDbFixture 128 149 _setUp 291 reset_schema_data setup_for_reset test useFixture
  PostgresqlOpportunisticFixture<.OpportunisticDbFixture DRIVER
  ReplaceEngineFacadeFixture*
  ResetsData _DROP_SCHEMA_PER_TEST reset_schema_data(engine,enginefacade)! setup_for_reset(engine,enginefacade)!
  RollsBackTransaction<.ResetsData _reset_engine 839 setup_for_reset(engine,facade)
  SimpleDbFixture<.BaseDbFixture _cleanup _dependency_resources 128 149 _setUp _teardown_resources 291 reset_schema_data setup_for_reset useFixture
 oslo_db.sqlalchemy.test_migrations
  BaseMigrationTestCase* execute_cmd(cmd=)! 887 tearDown()
  ModelsMigrationsSync FKInfo _cleanup _compare_server_default _get_fk_info_from_db _get_fk_info_from_model 291 check_foreign_keys(metadata,bind)! compare_server_default(ctxt,ins_col,meta_col,insp_def,meta_def,rendered_meta_def) compare_type(ctxt,insp_col,meta_col,insp_type,meta_type)! db db_sync(engine)! fail filter_metadata_diff(diff)! get_engine()! get_metadata()! include_object(object_,name,type_,reflected,compare_to) skipTest test_models_sync()
  WalkVersionsMixin INIT_VERSION REPOSITORY _migrate_down _migrate_up _walk_versions assertEqual 488 migrate_down(version,with_data=)! migrate_engine migrate_up(version,with_data=)! migration_api walk_versions(snake_walk=,downgrade=)!
 oslo_db.sqlalchemy.types
  JsonEncodedDict<.JsonEncodedType cache_ok type
  JsonEncodedList<.JsonEncodedType cache_ok type
  JsonEncodedType* 786 795
  SoftDeleteInteger* 786
  String*
 oslo_db.sqlalchemy.update_match
  CantUpdateException<Exception
  MultiRowsMatched<.CantUpdateException
  NoRowsMatched<.CantUpdateException
 oslo_db.sqlalchemy.utils ColumnError=:exception.ColumnError,.ColumnError InvalidSortKey=:exception.InvalidSortKey,.InvalidSortKey
  ColumnError<Exception
  DialectFunctionDispatcher _db_plus_driver_reg _dispatch_on 107 _invoke_fn _last _parse_dispatch 228 _url_from_target dispatch_for(expr) dispatch_for_dialect(expr,multiple=) dispatch_on_drivername(drivername)
  DialectMultiFunctionDispatcher<.DialectFunctionDispatcher 107 _matches 228 reg
  DialectSingleFunctionDispatcher<.DialectFunctionDispatcher 107 _matches 228 reg
  InsertFromSelect*
  InvalidSortKey<Exception 732
  NonCommittingConnectable _dispose _nested_trans _restart_nested _trans 391 execute(obj,*,**) scalar(obj,*,**)
  NonCommittingConnection<.NonCommittingConnectable begin()>.NonCommittingTransaction 375
  NonCommittingEngine<.NonCommittingConnectable begin() connect()!>.NonCommittingConnection 488 971
  NonCommittingTransaction commit()! provisioned rollback()! transaction
 oslo_db.warning
  NotSupportedWarning<Warning
  OsloDBDeprecationWarning<DeprecationWarning
oslo_i18n args domain find has_contextual_form has_plural_form msg msgid params
 oslo_i18n TranslatorFactory=:_factory.TranslatorFactory
 oslo_i18n._factory
  TranslatorFactory _make_contextual_translation_func _make_log_translation_func _make_plural_translation_func _make_translation_func contextual_form domain localedir log_critical log_error log_info log_warning plural_form primary
 oslo_i18n._message
  Message* translate(desired_locale=)~ translation(desired_locale=)!~
 oslo_i18n.fixture
  PrefixLazyTranslation* 887
  ToggleLazy* 887
  Translation* immediate(msg) lazy(msg)>:_message.Message
 oslo_i18n.log
  TranslationHandler* 484 setFormatter(fmt)
oslo_limit default_limit project_id region_id resource_limit resource_name return_value service_id side_effect
 oslo_limit.exception
  OverLimitInfo current_usage delta limit resource_name
  ProjectOverLimit<Exception over_limit_info_list 798
  SessionInitError<Exception
 oslo_limit.fixture
  LimitFixture* get_projlimit_objects(service_id=,region_id=,resource_name=,project_id=)~ get_reglimit_objects(service_id=,region_id=,resource_name=)~ 887
 oslo_limit.limit
  Enforcer _get_enforcement_model _get_model_impl calculate_usage(project_id,resources_to_check) 391 enforce(project_id,deltas,resource_filters=) get_project_limits(project_id,resources_to_check) get_registered_limits(resources_to_check) model usage_callback
oslo_log asctime color createLock daemon error_summary exc_text excepthook handlers instance isotime level log_filter logger_class msg old_time project propagate reset_color threading user_identity version
 oslo_log.fixture SetLogLevel=:fixture.setlevel.SetLogLevel
 oslo_log.fixture.setlevel
  SetLogLevel* 887
 oslo_log.formatters
  ContextFormatter* 519 formatException(ei,&,record=|exc_info,record=)!
  FluentFormatter* 519 formatException(ei,&,strip_newlines=|exc_info,strip_newlines=)!
  JSONFormatter* 519 formatException(ei,&,strip_newlines=|ei,strip_newlines=)!
  JSONLogRecord*
 oslo_log.handlers
  ColorHandler* 519
  EventletThreadedNotifier* loop()
  FastWatchedFileHandler* reopen_file()
  FileKeeper* my_init(watched_handler,watched_file) process_default(event)
  OSJournalHandler* 484
  OSSysLogHandler* 484
  RFCSysLogHandler* 519
 oslo_log.log
  BaseLoggerAdapter* isEnabledFor(level)~ trace(msg,*,**)~
  KeywordArgumentAdapter*<.BaseLoggerAdapter process(msg,kwargs)
  LogConfigError*<Exception
 oslo_log.loggers
  WritableLogger level 717 write(msg)
 oslo_log.pipe_mutex PipeMutex=._AsyncioMutex,._ReallyPipeMutex,.PipeMutex
  PipeMutex acquire(blocking=)! 375 owner recursion_depth release()! rfd wfd
  _AsyncioMutex<._BaseMutex 60 _asyncio_acquire _asyncio_lock 229 _threading_lock 288 374 owner 820
  _BaseMutex 60 229 288 374 owner recursion_depth 820
  _ReallyPipeMutex<._BaseMutex 60 229 375 owner rfd wfd
 oslo_log.versionutils
  DeprecatedConfig<Exception 732
  deprecated ANTELOPE BEXAR BOBCAT CARACAL DALMATIAN EPOXY FLAMINGO FOLSOM GAZPACHO GRIZZLY HAVANA ICEHOUSE JUNO KILO LIBERTY MITAKA NEWTON OCATA PIKE QUEENS ROCKY STEIN TRAIN USSURI VICTORIA WALLABY XENA YOGA ZED _RELEASES _build_message _deprecated_msg_no_alternative _deprecated_msg_with_alternative _deprecated_msg_with_alternative_no_removal _deprecated_msg_with_no_alternative_no_removal _get_safe_to_remove_release as_of in_favor_of remove_in what
 oslo_log.watchers
  FastWatchedFileHandler* reopen_file()
oslo_messaging address args body capacity channel clear_override content content_type context correlation_id daemon delivery_mode domain durable expiration expiry_time exposed heartbeat host hostname id identity ipv6 locale msg msg_type msgid override_time params password polling_interval pool pooled port proxy_reply_id queue rabbit_qos_prefetch_count reconnect reply_id reply_proxy reply_to reraise retry routing_key rpc_zmq_native sasl_mechanisms set_override socket tcp_nodelay threading timer topic transport transport_driver transport_url ttl user_context username wrapped
 oslo_messaging 6 7 ConfFixture=:conffixture.ConfFixture ConfigurationError=:exceptions.ConfigurationError 10 12 DriverLoadFailure=:transport.DriverLoadFailure ExecutorLoadFailure=:server.ExecutorLoadFailure 14 15 InvalidTarget=:exceptions.InvalidTarget InvalidTransportURL=:transport.InvalidTransportURL JsonPayloadSerializer=:serializer.JsonPayloadSerializer 18 19 20 MessageDeliveryFailure=:exceptions.MessageDeliveryFailure MessageHandlingServer=:server.MessageHandlingServer MessageUndeliverable=:exceptions.MessageUndeliverable MessagingException=:exceptions.MessagingException MessagingServerError=:server.MessagingServerError MessagingTimeout=:exceptions.MessagingTimeout NoOpSerializer=:serializer.NoOpSerializer 23 24 25 26 27 NotificationTransport=:transport.NotificationTransport 28 33 34 35 36 37 38 39 RPCTransport=:transport.RPCTransport 40 42 RequestContextSerializer=:serializer.RequestContextSerializer Serializer=:serializer.Serializer ServerListenError=:server.ServerListenError Target=:target.Target TaskTimeout=:server.TaskTimeout Transport=:transport.Transport TransportHost=:transport.TransportHost TransportOptions=:transport.TransportOptions TransportURL=:transport.TransportURL 50 546 583 606
 oslo_messaging.conffixture
  ConfFixture* 887
 oslo_messaging.dispatcher
  DispatcherBase 187 batch_size batch_timeout dispatch(incoming)!
  DispatcherExecutorContext 105 _executor_callback _incoming _post _result done() 853
 oslo_messaging.exceptions
  ConfigurationError<Exception
  InvalidTarget<.MessagingException,ValueError target
  MessageDeliveryFailure<.MessagingException
  MessageUndeliverable<Exception exception exchange 732 routing_key
  MessagingException<Exception msg
  MessagingTimeout<.MessagingException
 oslo_messaging.notify 6 12 19 20 24 25 26 27 28 34 546 583
 oslo_messaging.notify.dispatcher
  BatchNotificationDispatcher<.NotificationDispatcher,._NotificationDispatcherBase 119 batch_size batch_timeout 474
  NotificationDispatcher<:dispatcher.DispatcherBase,._NotificationDispatcherBase 70 105 106 119 122 187 _post_dispatch 264 allow_requeue 474 487 pool 870 supported_priorities targets
  NotificationResult HANDLED REQUEUE
  _NotificationDispatcherBase<:dispatcher.DispatcherBase 70 105 106 119 122 187 _post_dispatch 264 allow_requeue 487 pool 870 targets
 oslo_messaging.notify.filter
  NotificationFilter _build_regex_dict _check_for_mismatch _check_for_single_mismatch _regex_event_type _regex_publisher_id _regexs_context _regexs_metadata _regexs_payload match(context,publisher_id,event_type,metadata,payload)
 oslo_messaging.notify.listener get_batch_notification_listener>.BatchNotificationServer,:server.MessageHandlingServer get_notification_listener>.NotificationServer,:server.MessageHandlingServer
  BatchNotificationServer<.NotificationServerBase 220
  NotificationServer<.NotificationServerBase 220
  NotificationServerBase<:server.MessageHandlingServer _allow_requeue _batch_size _batch_timeout _create_listener _pool 264 targets
 oslo_messaging.notify.log_handler PublishErrorsHandler=.LoggingErrorNotificationHandler,.PublishErrorsHandler
  LoggingErrorNotificationHandler* 484
  PublishErrorsHandler* 484
 oslo_messaging.notify.logger
  LoggingNotificationHandler* 484
 oslo_messaging.notify.messaging
  MessagingDriver<:notify.notifier.Driver notify(ctxt,message,priority,retry) 987
  MessagingV2Driver<.MessagingDriver
 oslo_messaging.notify.middleware
  RequestNotifier<oslo_middleware.base.Middleware,oslo.middleware.base.Middleware 324 490 509 ignore_req_list 745 788 793 878
 oslo_messaging.notify.notifier
  Driver 381 notify(ctxt,msg,priority,retry)! topics 949
  Notifier _driver_mgr _driver_names 195 _notify _serializer _topics audit(ctxt,event_type,payload) 381 critical(ctxt,event_type,payload) debug(ctxt,event_type,payload) error(ctxt,event_type,payload) info(ctxt,event_type,payload) is_enabled() prepare(publisher_id=,retry=)>._SubNotifier publisher_id retry sample(ctxt,event_type,payload) 949 warn(ctxt,event_type,payload) warning
  _SubNotifier<.Notifier _base _driver_mgr 195 _notify _prepare _serializer 381 publisher_id retry 949
 oslo_messaging.rpc 7 10 14 15 18 23 33 35 36 37 38 39 40 42 50 606
 oslo_messaging.rpc.client get_rpc_client>client_cls?.RPCClient
  ClientSendError<:exceptions.MessagingException ex target
  RPCClient<._BaseCallContext _client 195 352 354 358 check_for_lock 381 prepare(exchange=,topic=,namespace=,version=,server=,fanout=,timeout=,version_cap=,retry=,call_monitor_timeout=,transport_options=|exchange=,topic=,namespace=,version=,server=,fanout=,timeout=,check_for_lock=,version_cap=)!>._CallContext retry 870 target 941 949 988
  RPCVersionCapError<:exceptions.MessagingException 987 988
  RemoteError<:exceptions.MessagingException exc_type traceback 986
  _BaseCallContext _check_version _check_version_cap _make_message 195 _metrics_api 352 call_monitor_timeout 354 358 381 prepare(exchange=,topic=,namespace=,version=,server=,fanout=,timeout=,version_cap=,retry=,call_monitor_timeout=)! retry 870 target 941 949 transport_options 988
  _CallContext<._BaseCallContext _check_for_lock _check_version_cap _make_message 195 _prepare call(ctxt,method,**)~ can_send_version(version=)~ cast(ctxt,method,**)~ check_for_lock 381 prepare(exchange=,topic=,namespace=,version=,server=,fanout=,timeout=,version_cap=,retry=,call_monitor_timeout=|exchange=,topic=,namespace=,version=,server=,fanout=,timeout=,check_for_lock=,version_cap=)>._CallContext retry 870 target 941 949 988
 oslo_messaging.rpc.dispatcher
  DefaultRPCAccessPolicy<.RPCAccessPolicyBase 676
  ExpectedException<Exception exc_info
  ExplicitRPCAccessPolicy<.RPCAccessPolicyBase 676
  LegacyRPCAccessPolicy<.RPCAccessPolicyBase 676
  NoSuchMethod<.RPCDispatcherError,AttributeError 735
  PingEndpoint oslo_rpc_server_ping(ctxt,**)
  RPCAccessPolicyBase is_allowed(endpoint,method)!
  RPCDispatcher<:dispatcher.DispatcherBase _default_target 105 _dispatch_and_reply _do_dispatch _is_compatible _is_namespace 187 _target _watchdog access_policy 474 487 870
  RPCDispatcherError<:server.MessagingServerError
  UnsupportedVersion<.RPCDispatcherError 735 987
 oslo_messaging.rpc.server
  ExpectedException<Exception exc_info
  RPCServer<:server.MessageHandlingServer _create_listener 220 _target
 oslo_messaging.serializer
  JsonPayloadSerializer<.NoOpSerializer 868
  NoOpSerializer<.Serializer 465 467 867 869
  RequestContextSerializer<.Serializer _base deserialize_context(context) 466 serialize_context(context) 868
  Serializer deserialize_context(ctxt)! deserialize_entity(ctxt,entity)! serialize_context(ctxt)! serialize_entity(ctxt,entity)!
 oslo_messaging.server
  ExecutorLoadFailure*<.MessagingServerError
  MessageHandlingServer*<oslo_service.service.ServiceBase,._OrderedTaskRunner 838
  MessagingServerError*<:exceptions.MessagingException
  ServerListenError*<.MessagingServerError
  TaskTimeout*<.MessagingServerError
  _OrderedTaskRunner* decorate_ordered(fn,state,after,reset_after|fn,state,after) init_task_states()! reset_states()!
 oslo_messaging.target
  Target accepted_namespaces exchange fanout 741 server topic 987
 oslo_messaging.transport
  DriverLoadFailure<:exceptions.MessagingException driver ex
  InvalidTransportURL<:exceptions.MessagingException 971
  NotificationTransport<.Transport
  RPCTransport<.Transport
  Transport _driver 187 _listen_for_notifications _require_driver_features _send _send_notification cleanup() 381
  TransportHost hostname 769 port 980
  TransportOptions _at_least_once at_least_once
  TransportURL _deprecation_logged _hosts _transport _virtual_host aliases 381 hosts parse(conf,url,aliases=|conf,url=,aliases=) query 949 virtual_host
oslo_metrics
 oslo_metrics.message_router
  MessageRouter dispatch(metric)! modules process(raw_string)
 oslo_metrics.message_type
  Metric _validate action from_json(encoded)>.Metric labels module 740 to_json()
  MetricAction action actions from_dict(metric_action_dict)> validate(metric_action_dict) 986
  MetricValidationError<Exception 732
  UnSupportedMetricActionError<Exception 732
oslo_middleware app_factory app_iter body_file filter_factory
 oslo_middleware BasicAuthMiddleware=:basic_auth.BasicAuthMiddleware CORS=:cors.CORS CatchErrors=:catch_errors.CatchErrors CorrelationId=:correlation_id.CorrelationId Debug=:debug.Debug HTTPProxyToWSGI=:http_proxy_to_wsgi.HTTPProxyToWSGI Healthcheck=:healthcheck.Healthcheck RequestBodySizeLimiter=:sizelimit.RequestBodySizeLimiter RequestId=:request_id.RequestId SSLMiddleware=:ssl.SSLMiddleware
 oslo_middleware.base
  ConfigurableMiddleware 78 324 381 509 oslo_conf 790 process_response(response,request=)!
  Middleware<.ConfigurableMiddleware 78 324 381 509 oslo_conf process_request(req)!~ process_response(response,request=)!~
  NoContentTypeRequest*
  NoContentTypeResponse*
 oslo_middleware.basic_auth
  AuthEntry*
  BasicAuthMiddleware<:base.ConfigurableMiddleware auth_file 520
  ConfigInvalid<Exception
 oslo_middleware.catch_errors
  CatchErrors<:base.ConfigurableMiddleware,:base.Middleware
 oslo_middleware.correlation_id
  CorrelationId<:base.ConfigurableMiddleware,:base.Middleware 789
 oslo_middleware.cors
  AllowedOrigin*
  CORS<:base.ConfigurableMiddleware,:base.Middleware _apply_cors_preflight_headers _apply_cors_request_headers _get_cors_config_by_origin _init_conf _init_from_oslo _latent_configuration _split_header_values add_origin(allowed_origin,allow_credentials=,expose_headers=,max_age=,allow_methods=,allow_headers=)!~ allowed_origins factory(global_conf,allowed_origin,**|global_conf,**)~ process_response(response,request=)~ set_latent simple_headers
  InvalidOriginError<Exception origin
 oslo_middleware.debug
  Debug<:base.ConfigurableMiddleware,:base.Middleware print_generator(app_iter)!
 oslo_middleware.exceptions
  ConfigInvalid<Exception
 oslo_middleware.healthcheck
  Healthcheck<:base.ConfigurableMiddleware,:base.Middleware HEAD_HEALTHY_TO_STATUS_CODES HEALTHY_TO_STATUS_CODES HTML_RESPONSE_TEMPLATE NAMESPACE PLAIN_RESPONSE_TEMPLATE _accept_order _accept_to_functor _are_results_healthy _backend_names _backends 78 _default_accept _get_greenstacks _get_threadstacks _ignore_path _ignore_proxied_requests _make_head_response _make_html_response _make_json_response _make_text_response _path _pretty_json_dumps _show_details _source_ranges _verify_configured_plugins app_factory(global_conf,**)~ factory(global_conf,**)!~ 788
 oslo_middleware.healthcheck.disable_by_file
  DisableByFileHealthcheck<:healthcheck.pluginbase.HealthcheckBaseExtension healthcheck(server_port|)
  DisableByFilesPortsHealthcheck<:healthcheck.pluginbase.HealthcheckBaseExtension _iter_paths_ports 650 status_files
 oslo_middleware.healthcheck.enable_by_files
  EnableByFilesHealthcheck<:healthcheck.pluginbase.HealthcheckBaseExtension file_paths 650
 oslo_middleware.healthcheck.pluginbase
  HealthcheckBaseExtension 78 381 healthcheck(server_port|)! oslo_conf
 oslo_middleware.http_proxy_to_wsgi
  HTTPProxyToWSGI<:base.ConfigurableMiddleware 214 789
  HTTPProxyToWSGIMiddleware<:base.ConfigurableMiddleware,.HTTPProxyToWSGI 214 process_request(req)~
 oslo_middleware.request_id
  RequestId<:base.ConfigurableMiddleware,:base.Middleware compat_headers set_global_req_id(req)!~
 oslo_middleware.sizelimit
  LimitingReader bytes_read data limit read(i=)
  RequestBodySizeLimiter<:base.ConfigurableMiddleware,:base.Middleware
 oslo_middleware.ssl
  SSLMiddleware<:base.Middleware,:base.ConfigurableMiddleware header_name 789
 oslo_middleware.stats
  StatsMiddleware<:base.ConfigurableMiddleware 324 remove_short_uuid remove_uuid stat_name stats_host statsd strip_dot_from_version(path)! strip_short_uuid(path)! strip_uuid(path)!
oslo_policy check document reducers rules suppress_deprecation_warnings
 oslo_policy._checks
  AndCheck<.BaseCheck add_check(rule)> rules
  BaseCheck scope_types
  Check<.BaseCheck kind match
  NotCheck<.BaseCheck rule
  OrCheck<.BaseCheck add_check(rule)> pop_check()~ rules
  RuleCheck<.Check
 oslo_policy.fixture
  HttpCheckFixture* setUp()~
  HttpsCheckFixture* 887
 oslo_policy.policy AndCheck=:_checks.AndCheck Check=:_checks.Check NotCheck=:_checks.NotCheck OrCheck=:_checks.OrCheck RuleCheck=:_checks.RuleCheck
  DeprecatedRule<._BaseRule _deprecated_reason _deprecated_since check_str deprecated_reason deprecated_since 740
  DocumentedRuleDefault<.RuleDefault 97 _operations 462 operations
  DuplicatePolicyError<Exception
  Enforcer _cycle_check _emit_deprecated_for_removal_warning _enforce_scope _file_cache _get_policy_path _handle_deprecated_rule _informed_no_policy_file _is_directory_updated _load_policy_file _loaded_files _map_context_attributes_into_creds _need_check_rule _policy_dir_mtimes _record_file_rules _undefined_check _walk_through_policy_directory authorize(rule,target,creds,do_raise=,exc=,*,**) check_rules(raise_on_violation=)! clear() 381 default_rule enforce(rule,target,creds,do_raise=,exc=,enforce_scope=,*,**|rule,target,creds,do_raise=,exc=,*,**)! file_rules load_rules(force_reload=)! overwrite policy_file policy_path register_default(default)! register_defaults(defaults) registered_rules rules set_rules(rules,overwrite=,use_conf=)! skip_undefined_check suppress_default_change_warnings suppress_deprecation_warnings use_conf
  InvalidContextObject<Exception
  InvalidDefinitionError<Exception
  InvalidRuleDefault<Exception
  InvalidScope<Exception
  Operation*
  PolicyNotAuthorized<Exception
  PolicyNotRegistered<Exception
  RuleDefault<._BaseRule _deprecated_for_removal _deprecated_reason _deprecated_rule _deprecated_rule_handled _deprecated_since 97 check check_str 461 deprecated_reason deprecated_rule deprecated_since 462 740 scope_types
  Rules* from_dict(rules_dict,default_rule=)~ load(data,default_rule=)~ load_json(data,default_rule=)~
  _BaseRule _check _check_str 204 check check_str 740
 oslo_policy.shell
  FakeEnforcer 381 rules
 oslo_policy.sphinxext
  ShowPolicyDirective* 853
oslo_privsep daemon effective inheritable permitted processName
 oslo_privsep.capabilities
  Capabilities*
 oslo_privsep.comm
  ClientChannel _reader_main 374 lock out_of_band(msg)! outstanding_msgs reader_thread running send_recv(msg,timeout=) writer
  Deserializer*
  Future condvar data error result() set_exception(exc) set_result(data) 941
  Message*
  PrivsepTimeout<Exception
  Serializer _sock 374 send(msg) writesock
  ServerChannel* send(msg)
 oslo_privsep.daemon
  Daemon* loop()! 853
  FailedToDropPrivileges*<Exception
  ForkingClientChannel*<._ClientChannel
  Message*
  PrivsepLogHandler* 484
  ProtocolError*<Exception
  RootwrapClientChannel*<._ClientChannel
  StdioFd*
  _ClientChannel*<:comm.ClientChannel exchange_ping()! out_of_band(msg)~ remote_call(name,args,kwargs,timeout|name,args,kwargs)
 oslo_privsep.priv_context
  Method*
  PrivContext* entrypoint(func) entrypoint_with_timeout(timeout) helper_command(sockpath) is_entrypoint(func) set_client_mode(enabled) start(method=)! 917
oslo_reports daemon text
 oslo_reports.generators.conf
  ConfigReportGenerator conf_obj
 oslo_reports.generators.process
  ProcessReportGenerator
 oslo_reports.generators.threading
  GreenThreadReportGenerator
  ThreadReportGenerator traceback
 oslo_reports.generators.version
  PackageReportGenerator version_obj
 oslo_reports.guru_meditation_report
  GuruMeditation<:report.BasicReport _readd_sections _setup_file_watcher _setup_signal handle_signal(version,service_name,log_dir,frame|version,service_name,log_dir,traceback) persistent_sections register_section(section_title,generator) 853 setup_autorun(version,service_name=,log_dir=,signum=,conf=,setup_signal=) start_section_index timestamp_fmt traceback version_obj
  TextGuruMeditation<.GuruMeditation,:report.TextReport
 oslo_reports.models.base
  ReportModel* 891
 oslo_reports.models.conf
  ConfigModel<:models.with_default_views.ModelWithDefaultViews update
 oslo_reports.models.process
  ProcessModel<:models.with_default_views.ModelWithDefaultViews
 oslo_reports.models.threading
  GreenThreadModel<:models.with_default_views.ModelWithDefaultViews
  StackTraceModel<:models.with_default_views.ModelWithDefaultViews
  ThreadModel<:models.with_default_views.ModelWithDefaultViews
 oslo_reports.models.version
  PackageModel<:models.with_default_views.ModelWithDefaultViews
 oslo_reports.models.with_default_views
  ModelWithDefaultViews*<:models.base.ReportModel 891
 oslo_reports.report
  BasicReport _state 306 853 sections
  ReportOfType<.BasicReport 306 output_type
  ReportSection generator view
  TextReport<.ReportOfType add_section(heading,generator,index=)! 740
 oslo_reports.views.jinja_view
  JinjaView VIEW_TEXT _gettext _regentemplate _settext _templatecache _text regentemplate template text
 oslo_reports.views.json.generic
  BasicKeyValueView
  KeyValueView
 oslo_reports.views.text.generic
  BasicKeyValueView
  KeyValueView anon_dict before_dict before_list dict_sep indent_str key_sep list_sep
  MultiView
  TableView column_names column_values column_width header_fmt_str row_fmt_str table_prop_name
 oslo_reports.views.text.header
  HeaderView header
  TitledView<.HeaderView FORMAT_STR
 oslo_reports.views.text.process
  ProcessView<:views.jinja_view.JinjaView VIEW_TEXT
 oslo_reports.views.text.threading
  GreenThreadView FORMAT_STR
  StackTraceView<:views.jinja_view.JinjaView VIEW_TEXT
  ThreadView FORMAT_STR
 oslo_reports.views.xml.generic
  KeyValueView wrapper_name
oslo_rootwrap accepter daemon name recvall value
 oslo_rootwrap.client
  Client _ensure_initialized _exec_sem _finalize 172 173 194 _mutex _need_restart _process _proxy _restart _run_one_command _shutdown _start_command execute(cmd,env=,stdin=|cmd,stdin=)
 oslo_rootwrap.daemon
  RootwrapClass cancel_timer() config daemon_timeout filters handle_timeout() last_called prepare_timer(config=)! reset_timer()! run_one_command(userargs,env=,stdin=|userargs,stdin=) shutdown() 941
 oslo_rootwrap.filters
  ChainingFilter<.CommandFilter 493
  ChainingRegExpFilter<.ChainingFilter 493 726
  CommandFilter 326 exec_path 550 573 get_exec(exec_dirs=)! 726 740 preexec() real_exec run_as
  EnvFilter<.CommandFilter _extract_env exec_args(userargs)! exec_path 550 573 726
  IpFilter<.CommandFilter 726
  IpNetnsExecFilter<.ChainingFilter 493 726
  KillFilter<.CommandFilter _program _program_path 726
  PathFilter<.CommandFilter 550 726
  ReadFileFilter<.CommandFilter file_path 726
  RegExpFilter<.CommandFilter 726
 oslo_rootwrap.jsonrpc
  JsonClient<.JsonConnection
  JsonConnection _recvall_fast _recvall_slow _socket 374 dumps(obj)! half_close() loads(s)! recv() recv_bytes(maxsize=)! recvall send(obj) send_bytes(s)!
  JsonListener _accepted _socket accept() 315 374 closed get_accepted()
  RpcJSONEncoder* default(o)
 oslo_rootwrap.wrapper
  FilterMatchNotExecutable<Exception match
  NoFilterMatched<Exception
  RootwrapConfig daemon_timeout exec_dirs filters_path rlimit_nofile syslog_log_facility syslog_log_level use_syslog use_syslog_rfc_format
oslo_serialization frozen
 oslo_serialization._types
  ReadableStream* 375 read(size=,/)! seek(offset,whence,/)!
  SupportsWrite* write(s,/)!
 oslo_serialization.jsonutils 41 46
 oslo_serialization.msgpackutils 41 46
  CountHandler<.HandlerProtocol 463 642 659 866
  DateHandler<.HandlerProtocol _registry 396 deserialize(blob) 642 659 serialize(d|obj)
  DateTimeHandler<.HandlerProtocol _registry 396 deserialize(blob) 642 659 serialize(dt)
  FrozenSetHandler*<.SetHandler copy(registry)~ deserialize(data)~ serialize(obj)~
  HandlerProtocol* deserialize(data)! serialize(obj)!
  HandlerRegistry _handlers _num_handlers copy(unfreeze=) frozen get(identity) match(obj) max_value min_value non_reserved_extension_range register(handler,reserved=,override=) reserved_extension_range
  Interval _max_value _min_value max_value min_value
  SetHandler* 396 463 866
  UUIDHandler<.HandlerProtocol 463 642 659 866
  XMLRPCDateTimeHandler<.HandlerProtocol _handler 396 deserialize(blob|data) 642 659 866
 oslo_serialization.serializer.base_serializer 41 46
  BaseSerializer dump(obj,fp)! dump_as_bytes(obj)! load(fp)! load_from_bytes(s)!
 oslo_serialization.serializer.json_serializer 41 46
  JSONSerializer<:serializer.base_serializer.BaseSerializer _default _encoding dump(obj,fp) dump_as_bytes(obj) load(fp) load_from_bytes(s)
 oslo_serialization.serializer.msgpack_serializer 41 46
  MessagePackSerializer<:serializer.base_serializer.BaseSerializer _registry dump(obj,fp) dump_as_bytes(obj) load(fp) load_from_bytes(s)
oslo_service args backdoor_port check_hostname clock displayhook is_available kw mp_context reraise sleep verify_mode
 oslo_service.backend 3
  BackendType*
 oslo_service.backend._common.loopingcall
  BackOffLoopingCallBase<.LoopingCallBase 56 _RNG 57 117 174 907
  DynamicLoopingCallBase<.LoopingCallBase 56 57 58 905
  FixedIntervalLoopingCallBase<.LoopingCallBase 56 57 909
  FixedIntervalWithTimeoutLoopingCallBase<.LoopingCallBase 56 57 911
  LoopingCallBase 56 57 59 76 87 113 129 _init_abort_mechanism 209 242 243 247 249 257 259 260 267 326 481 f kw 917 994
  LoopingCallDone<Exception 848
  LoopingCallTimeOut<Exception
  RetryDecorator 88 118 167 196 197 238 258
 oslo_service.backend._common.service
  SignalExit*
  Singleton*
 oslo_service.backend._common.threadgroup
  ThreadBase 166 cancel(*)! group ident 694 917 938 994
  ThreadGroupBase<.TimerMixin 191 217 263 284 285 728 918 919 thread_pool_size 940 942 943 993
  TimerMixin 89 90 191 295 296 310 311 943
 oslo_service.backend._eventlet.loopingcall
  BackOffLoopingCall<:backend._common.loopingcall.BackOffLoopingCallBase,.LoopingCallBase 56 _RNG 57 117 174 908
  DynamicLoopingCall<:backend._common.loopingcall.DynamicLoopingCallBase,.LoopingCallBase 56 57 58 906
  FixedIntervalLoopingCall<:backend._common.loopingcall.FixedIntervalLoopingCallBase,.LoopingCallBase 56 57 910
  FixedIntervalWithTimeoutLoopingCall<:backend._common.loopingcall.FixedIntervalWithTimeoutLoopingCallBase,.LoopingCallBase 56 57 912
  LoopingCallBase<:backend._common.loopingcall.LoopingCallBase 56 57 59 76 87 113 129 209 242 243 247 249 257 259 260 267 326 481 f kw 916 993
  LoopingCallDone<Exception 848
  LoopingCallTimeOut<Exception
  RetryDecorator<:backend._common.loopingcall.RetryDecorator 88 118 167 196 197 238 258
 oslo_service.backend._eventlet.service
  Launcher 343 381 691 842 843 881 916 993
  ProcessLauncher 73 74 75 123 159 161 208 218 237 261 281 366 381 641 691 launcher readpipe 843 running sigcaught 901 917 993 996 writepipe
  Service<:backend.base.ServiceBase 838 904 918 tg 993
  ServiceLauncher<.Launcher 123 158 160 210 230 282 641 901 993
  ServiceWrapper 366 forktimes 876 workers
  Services 290 481 842 843 859 881 917 tg 993
  SignalHandler* 298 299 368 683
 oslo_service.backend._eventlet.threadgroup
  Thread<:backend._common.threadgroup.ThreadBase 166 cancel(*) ident 693 916 938 993
  ThreadGroup<:backend._common.threadgroup.ThreadGroupBase 61 89 90 217 263 284 285 add_dynamic_timer(callback,initial_delay=,periodic_interval_max=,*,**)~ 297 308 add_timer(interval,callback,initial_delay=,*,**)~ 312 355 pool stop(graceful=)!~ stop_timers(wait=)!~ 939 940 timer_done(timer)~ 943 wait()~
 oslo_service.backend._threading.loopingcall
  BackOffLoopingCall<:backend._common.loopingcall.BackOffLoopingCallBase,.LoopingCallBase 56 _RNG 57 117 174 908
  DynamicLoopingCall<:backend._common.loopingcall.DynamicLoopingCallBase,.LoopingCallBase 56 57 58 906
  FixedIntervalLoopingCall<:backend._common.loopingcall.FixedIntervalLoopingCallBase,.LoopingCallBase 56 57 910
  FixedIntervalWithTimeoutLoopingCall<:backend._common.loopingcall.FixedIntervalWithTimeoutLoopingCallBase,.LoopingCallBase 56 57 912
  FutureEvent _event _exc_info _result send(result) 865 995
  LoopingCallBase<:backend._common.loopingcall.LoopingCallBase 56 57 59 76 87 113 _future 129 209 242 243 247 249 257 259 260 326 481 f 690 916 993
  LoopingCallDone<Exception 848
  LoopingCallTimeOut<Exception
  RetryDecorator<:backend._common.loopingcall.RetryDecorator 88 118 167 196 197 238 258
 oslo_service.backend._threading.service
  Launcher _launcher 343 381 691 842 843 881 916 993
  ProcessLauncher 123 158 191 194 _manager_context 208 230 add_signal_handlers()! 381 691 no_fork restart()! 843 876 901 916 993
  Service<:backend.base.ServiceBase 343 838 904 918 tg 993
  ServiceLauncher 191 194 _manager_context 343 381 692 restart()! 843 917 993
  ServiceWrapper* 853 terminate()
  Services 290 481 842 843 859 881 917 tg 993
  SignalHandler* 298 299 368 ignore_handler(sig) 683
 oslo_service.backend._threading.threadgroup
  Thread<:backend._common.threadgroup.ThreadBase 166 cancel(*)! group ident 694 917 938 993
  ThreadGroup<:backend._common.threadgroup.ThreadGroupBase 89 90 191 217 _set_attr 263 284 add_dynamic_timer(callback,initial_delay,periodic_interval_max,*,**)~ 297 309 add_timer(delay,callback,*,**)~ 312 cancel(*,**)!~ 728 stop(graceful=)~ stop_timers()!~ thread_done(thread)! 940 timer_done(timer)~ 943 wait waitall()
 oslo_service.backend.base BackendComponentNotAvailable=:backend.exceptions.BackendComponentNotAvailable
  BaseBackend get_service_components()!
  ComponentRegistry _components
  ServiceBase 838 904 917 994
 oslo_service.backend.common.signal_utils
  SignalExit*
 oslo_service.backend.common.singleton
  Singleton*
 oslo_service.backend.common.validation_utils 45
 oslo_service.backend.eventlet 3
  EventletBackend<:backend.base.BaseBackend 613
 oslo_service.backend.eventlet.loopingcall
  BackOffLoopingCall<.LoopingCallBase 56 _RNG 57 117 174 907
  DynamicLoopingCall<.LoopingCallBase 56 57 58 905
  FixedIntervalLoopingCall<.LoopingCallBase 56 57 909
  FixedIntervalWithTimeoutLoopingCall<.LoopingCallBase 56 57 911
  LoopingCallBase 56 57 59 113 209 242 243 257 260 267 326 481 f kw 916 993
  LoopingCallDone<Exception 848
  LoopingCallTimeOut<Exception
  RetryDecorator 118 167 196 197 238 258
 oslo_service.backend.eventlet.service ServiceBase=.ServiceBase,:backend.base.ServiceBase SignalExit=.SignalExit,:backend.common.signal_utils.SignalExit Singleton=.Singleton,:backend.common.singleton.Singleton
  Launcher 343 381 691 842 843 881 916 993
  ProcessLauncher 73 74 75 123 159 161 208 218 237 261 281 366 381 641 691 launcher readpipe 843 running sigcaught 901 917 993 996 writepipe
  Service<.ServiceBase,:backend.base.ServiceBase 838 904 918 tg 993
  ServiceBase 838 904 917 994
  ServiceLauncher<.Launcher 123 158 160 210 230 282 641 901 993
  ServiceWrapper 366 forktimes 876 workers
  Services 290 481 842 843 859 881 917 tg 993
  SignalExit*
  SignalHandler* 298 299 368 683
  Singleton*
 oslo_service.backend.eventlet.threadgroup
  Thread 166 cancel(*) ident 693 916 938 993
  ThreadGroup 61 217 263 284 285 295 296 308 310 311 355 pool stop(graceful=)! 919 939 940 942 943 993
 oslo_service.backend.exceptions
  BackendAlreadySelected<Exception
  BackendComponentNotAvailable<Exception
  UnsupportedBackendError<Exception
 oslo_service.backend.threading 3
  ThreadingBackend<:backend.base.BaseBackend 613
 oslo_service.backend.threading.loopingcall
  BackOffLoopingCall<.LoopingCallBase 56 _RNG 57 117 174 907
  DynamicLoopingCall<.LoopingCallBase 56 57 58 905
  FixedIntervalLoopingCall<.LoopingCallBase 56 57 909
  FixedIntervalWithTimeoutLoopingCall<.LoopingCallBase 56 57 911
  FutureEvent _event _exc_info _result send(result) 865 995
  LoopingCallBase 56 57 59 113 _future 209 243 257 260 326 481 f 690 916 993
  LoopingCallDone<Exception 848
  LoopingCallTimeOut<Exception
  RetryDecorator 118 167 196 197 238 258
 oslo_service.backend.threading.service 45 Singleton=:backend.common.singleton.Singleton
  Launcher _launcher 691 842 916 993
  ProcessLauncher 194 _service_instance 381 691 no_fork 843 916 993
  Service<:backend.base.ServiceBase 343 838 904 918 tg 993
  ServiceLauncher 194 343 381 692 843 917 993
  ServiceWrapper* 853 terminate()
  Services 290 481 842 843 859 881 917 tg 993
  SignalHandler* 298 299 368 683
 oslo_service.backend.threading.threadgroup
  Thread 166 cancel(*)! group ident 694 917 938 993
  ThreadGroup 191 _set_attr 263 284 add_dynamic_timer(callback,initial_delay,periodic_interval_max,*,**) 296 309 add_timer(delay,callback,*,**) 311 cancel(*,**)! 728 918 stop_timers()! 939 940 942 943 wait waitall()
 oslo_service.eventlet_backdoor
  EventletBackdoorConfigValueError<Exception port_range
 oslo_service.fixture
  SleepFixture*
 oslo_service.loopingcall BackOffLoopingCall=:backend._eventlet.loopingcall.BackOffLoopingCall,:backend._threading.loopingcall.BackOffLoopingCall,:backend.eventlet.loopingcall.BackOffLoopingCall,:backend.threading.loopingcall.BackOffLoopingCall,.BackOffLoopingCall DynamicLoopingCall=:backend._eventlet.loopingcall.DynamicLoopingCall,:backend._threading.loopingcall.DynamicLoopingCall,:backend.eventlet.loopingcall.DynamicLoopingCall,:backend.threading.loopingcall.DynamicLoopingCall,.DynamicLoopingCall FixedIntervalLoopingCall=:backend._eventlet.loopingcall.FixedIntervalLoopingCall,:backend._threading.loopingcall.FixedIntervalLoopingCall,:backend.eventlet.loopingcall.FixedIntervalLoopingCall,:backend.threading.loopingcall.FixedIntervalLoopingCall,.FixedIntervalLoopingCall FixedIntervalWithTimeoutLoopingCall=:backend._eventlet.loopingcall.FixedIntervalWithTimeoutLoopingCall,:backend._threading.loopingcall.FixedIntervalWithTimeoutLoopingCall,:backend.eventlet.loopingcall.FixedIntervalWithTimeoutLoopingCall,:backend.threading.loopingcall.FixedIntervalWithTimeoutLoopingCall,.FixedIntervalWithTimeoutLoopingCall LoopingCallBase=:backend._common.loopingcall.LoopingCallBase,:backend._eventlet.loopingcall.LoopingCallBase,:backend._threading.loopingcall.LoopingCallBase,:backend.eventlet.loopingcall.LoopingCallBase,:backend.threading.loopingcall.LoopingCallBase,.LoopingCallBase LoopingCallDone=:backend._common.loopingcall.LoopingCallDone,:backend._eventlet.loopingcall.LoopingCallDone,:backend._threading.loopingcall.LoopingCallDone,:backend.eventlet.loopingcall.LoopingCallDone,:backend.threading.loopingcall.LoopingCallDone,.LoopingCallDone LoopingCallTimeOut=:backend._common.loopingcall.LoopingCallTimeOut,:backend._eventlet.loopingcall.LoopingCallTimeOut,:backend._threading.loopingcall.LoopingCallTimeOut,:backend.eventlet.loopingcall.LoopingCallTimeOut,:backend.threading.loopingcall.LoopingCallTimeOut,.LoopingCallTimeOut RetryDecorator=:backend._common.loopingcall.RetryDecorator,:backend._eventlet.loopingcall.RetryDecorator,:backend._threading.loopingcall.RetryDecorator,:backend.eventlet.loopingcall.RetryDecorator,:backend.threading.loopingcall.RetryDecorator,.RetryDecorator
  BackOffLoopingCall<:backend._common.loopingcall.LoopingCallBase,:backend._eventlet.loopingcall.LoopingCallBase,:backend._threading.loopingcall.LoopingCallBase,:backend.eventlet.loopingcall.LoopingCallBase,:backend.threading.loopingcall.LoopingCallBase,.LoopingCallBase 56 _RNG 57 117 174 907
  DynamicLoopingCall<:backend._common.loopingcall.LoopingCallBase,:backend._eventlet.loopingcall.LoopingCallBase,:backend._threading.loopingcall.LoopingCallBase,:backend.eventlet.loopingcall.LoopingCallBase,:backend.threading.loopingcall.LoopingCallBase,.LoopingCallBase 56 57 58 243 481 905
  FixedIntervalLoopingCall<:backend._common.loopingcall.LoopingCallBase,:backend._eventlet.loopingcall.LoopingCallBase,:backend._threading.loopingcall.LoopingCallBase,:backend.eventlet.loopingcall.LoopingCallBase,:backend.threading.loopingcall.LoopingCallBase,.LoopingCallBase 56 57 243 481 909
  FixedIntervalWithTimeoutLoopingCall<:backend._common.loopingcall.LoopingCallBase,:backend._eventlet.loopingcall.LoopingCallBase,:backend._threading.loopingcall.LoopingCallBase,:backend.eventlet.loopingcall.LoopingCallBase,:backend.threading.loopingcall.LoopingCallBase,.LoopingCallBase 56 57 911
  LoopingCallBase 56 57 59 113 _event 209 242 243 257 260 267 abort 326 481 f kw 917 993
  LoopingCallDone<Exception 848
  LoopingCallTimeOut<Exception
  RetryDecorator 118 167 196 197 238 258
 oslo_service.periodic_task 49
  InvalidPeriodicTaskArg<Exception 732
  PeriodicTasks* add_periodic_task(task) run_periodic_tasks(context,raise_on_error=) run_periodic_tasks_in_parallel(context,raise_on_error=,processes=)
 oslo_service.service Launcher=:backend._eventlet.service.Launcher,:backend._threading.service.Launcher,:backend.eventlet.service.Launcher,:backend.threading.service.Launcher,.Launcher ProcessLauncher=:backend._eventlet.service.ProcessLauncher,:backend._threading.service.ProcessLauncher,:backend.eventlet.service.ProcessLauncher,:backend.threading.service.ProcessLauncher,.ProcessLauncher Service=:backend._eventlet.service.Service,:backend._threading.service.Service,:backend.eventlet.service.Service,:backend.threading.service.Service,.Service ServiceBase=:backend.base.ServiceBase,:backend.eventlet.service.ServiceBase,.ServiceBase ServiceLauncher=:backend._eventlet.service.ServiceLauncher,:backend._threading.service.ServiceLauncher,:backend.eventlet.service.ServiceLauncher,:backend.threading.service.ServiceLauncher,.ServiceLauncher ServiceWrapper=:backend._eventlet.service.ServiceWrapper,:backend._threading.service.ServiceWrapper,:backend.eventlet.service.ServiceWrapper,:backend.threading.service.ServiceWrapper,.ServiceWrapper Services=:backend._eventlet.service.Services,:backend._threading.service.Services,:backend.eventlet.service.Services,:backend.threading.service.Services,.Services SignalExit=:backend._common.service.SignalExit,:backend.eventlet.service.SignalExit,:backend.common.signal_utils.SignalExit,.SignalExit SignalHandler=:backend._eventlet.service.SignalHandler,:backend._threading.service.SignalHandler,:backend.eventlet.service.SignalHandler,:backend.threading.service.SignalHandler,.SignalHandler Singleton=:backend._common.service.Singleton,:backend.eventlet.service.Singleton,:backend.common.singleton.Singleton,.Singleton
  Launcher 343 381 691 842 843 881 916 993
  ProcessLauncher 73 74 75 123 _handle_class_signals 159 160 161 208 218 237 _signal_handlers_set 261 281 366 381 641 691 launcher readpipe 843 running sigcaught 901 917 993 996 writepipe
  Service<:backend.base.ServiceBase,:backend.eventlet.service.ServiceBase,.ServiceBase _done 838 904 918 tg 993
  ServiceBase 838 904 917 994
  ServiceLauncher<:backend._eventlet.service.Launcher,:backend._threading.service.Launcher,:backend.eventlet.service.Launcher,:backend.threading.service.Launcher,.Launcher 123 158 160 210 230 282 641 901 wait(ready_callback=)
  ServiceWrapper 366 forktimes 876 workers
  Services 290 481 842 843 859 881 917 tg 993
  SignalExit*
  SignalHandler* add_handler(sig,handler|signals,handler)! 299 368 683
  Singleton*
 oslo_service.threadgroup Thread=:backend._eventlet.threadgroup.Thread,:backend._threading.threadgroup.Thread,:backend.eventlet.threadgroup.Thread,:backend.threading.threadgroup.Thread,.Thread ThreadGroup=:backend._eventlet.threadgroup.ThreadGroup,:backend._threading.threadgroup.ThreadGroup,:backend.eventlet.threadgroup.ThreadGroup,:backend.threading.threadgroup.ThreadGroup,.ThreadGroup
  Thread 166 cancel(*) ident 693 916 938 993
  ThreadGroup 61 217 263 284 285 295 296 308 310 311 355 pool stop(graceful=)! 919 939 940 942 943 994
 oslo_service.wsgi 49
  ConfigNotFound<Exception
  InvalidInput<Exception 732
  Loader config_path load_app(name)
  PasteAppNotFound<Exception
  Request*
  Router 105 _router map
  Server<:backend.base.ServiceBase,:backend.eventlet.service.ServiceBase,:service.ServiceBase _get_socket _get_unix_socket 192 _max_url_len _pool _protocol _server _set_socket_opts _socket _use_ssl app client_socket_timeout 381 default_pool_size dup_socket host 740 pool_size port reset() socket 903 916 993
oslo_upgradecheck align
 oslo_upgradecheck.upgradecheck
  Code*
  Result 376 469
  UpgradeCommands _get_details _upgrade_checks check() display_title
oslo_utils argtypes check length override_time reraise restype
 oslo_utils.eventletutils
  EventletEvent _event _set 368 isSet is_set()! set() 995
 oslo_utils.excutils
  CausedByException<Exception _get_message 326 360 pformat(indent=,indent_text=,show_root_class=)!
  exception_filter _should_ignore_ex
  save_and_reraise_exception capture(check=)!> force_reraise()! 717 reraise tb type_ 986
 oslo_utils.fixture
  TimeFixture* advance_time_delta(timedelta) advance_time_seconds(seconds) 887
 oslo_utils.imageutils QemuImgInfo=:imageutils.qemu.QemuImgInfo,.QemuImgInfo
  QemuImgInfo BACKING_FILE_RE SIZE_RE TOP_LEVEL_RE _canonicalize _extract_bytes _extract_details _parse backing_file 345 cluster_size disk_size encrypted file_format format_specific image snapshots 989
 oslo_utils.imageutils.format_inspector
  CaptureRegion 357 complete data length min_length offset
  ContainerFileInspector<.FileInspector _inner_format check_inner_safety() inner_format
  EndCaptureRegion<.CaptureRegion _complete 357 complete data finish() offset
  FileInspector 22 _capture _capture_regions _finished 172 _params _safety_checks _total_count _trace _tracing actual_size add_safety_check(check) complete context_info delete_region(name) eat_chunk(chunk) finish() 521 from_file(filename) has_region(name)! new_region(name,region) post_process()! region(name) region_complete(region_name)! region_name(region)! safety_check() 989
  GPTInspector<.FileInspector MBR_PTE_START MBR_SIGNATURE MEDIA_TYPE_FDISK 22 _check_for_fat 172 check_mbr_partitions() 521
  ISOInspector<.FileInspector 22 172 521 989
  ImageFormatError<Exception
  InspectWrapper _errored_inspectors _expected_format _finish _finished _inspectors _process_chunk _source 374 517 formats read(size)
  LUKSHeader*
  LUKSInspector<.ContainerFileInspector,.FileInspector 22 _active_slot _decrypt_first_block 172 _inner_format _iter_limit _key_material_captured _master_key _passphrase check_passphrase()~ check_version() 521 header_items post_process()~ region_complete(region_name)~ 989
  QEDInspector<.FileInspector 22 172 521
  QEMUHeader*
  QcowInspector<.FileInspector BF_OFFSET BF_OFFSET_LEN I_FEATURES I_FEATURES_DATAFILE_BIT I_FEATURES_LEN I_FEATURES_MAX_BIT 22 172 check_backing_file() check_data_file() check_unknown_features() 521 qemu_header_info region_complete(region|region_name) 989
  RawFileInspector<.FileInspector 22 172 521
  SafetyCheck banned()> 462 740 null()> target_fn
  SafetyCheckFailed<Exception failures
  SafetyViolation<Exception
  VDIInspector<.FileInspector 22 172 521 989
  VHDInspector<.FileInspector 22 172 521 989
  VHDXInspector<.FileInspector METAREGION 22 VHDX_METADATA_TABLE_MAX_SIZE VIRTUAL_DISK_SIZE _find_meta_entry _find_meta_region _guid 172 521 post_process() 989
  VMDKInspector<.FileInspector DESC_MAX_SIZE DESC_OFFSET GD_AT_END MARKER_EOS MARKER_FOOTER MIN_SPARSE_HEADER 22 172 _parse_descriptor _parse_sparse_header check_descriptor() check_footer() desc_text 521 post_process() region_complete(region_name) 989 vmdktype
 oslo_utils.imageutils.qemu
  QemuImgInfo BACKING_FILE_RE SIZE_RE TOP_LEVEL_RE _canonicalize _extract_bytes _extract_details _parse backing_file 345 cluster_size disk_size encrypted file_format format_specific image snapshots 989
 oslo_utils.netutils urlsplit>.SplitResult,._ModifiedSplitResult
  SplitResult* params(collapse=)
  _ModifiedSplitResult* params(collapse=)~
 oslo_utils.timeutils
  Split 113 _length elapsed length
  StopWatch _STARTED _STOPPED _delta_seconds _duration _splits _started_at _state _stopped_at elapsed(maximum=)! expired() has_started() has_stopped() leftover(return_none=) restart()> resume() split() splits start()!> 917
 oslo_utils.versionutils
  VersionPredicate _COMP_MAP _PREDICATE_MATCH _parse_predicate pred satisfied_by(version_str)
oslo_versionedobjects info myint objects original_fn remotable reraise type
 oslo_versionedobjects.base
  ComparableVersionedObject*
  ObjectListBase* count(value)~ index(value)~ obj_make_compatible(primitive,target_version) obj_what_changed() sort(key=,reverse=)
  TimestampedObject*
  VersionedObject* obj_attr_is_set(attrname)! obj_class_from_name(objname,objver) obj_clone() obj_from_primitive(primitive,context=) obj_get_changes()! obj_load_attr(attrname)! obj_make_compatible(primitive,target_version)! obj_make_compatible_from_manifest(primitive,target_version,version_manifest)! obj_name()! obj_reset_changes(fields=,recursive=) obj_set_defaults(*) obj_to_primitive(target_version=,version_manifest=)! obj_what_changed()! save(context|)! to_json_schema()
  VersionedObjectDictCompat* get(key,value=) iteritems()! itervalues()! update(updates)
  VersionedObjectIndirectionAPI* object_action(context,objinst,objmethod,args,kwargs)! object_backport(context,objinst,target_version)! object_backport_versions(context,objinst,object_versions)! object_class_action(context,objname,objmethod,objver,args,kwargs)! object_class_action_versions(context,objname,objmethod,object_versions,args,kwargs)
  VersionedObjectRegistry* obj_classes() objectify(obj_cls) register(obj_cls) register_if(condition) registration_hook(cls,index)!
  VersionedObjectSerializer*<oslo_messaging.NoOpSerializer 466 868
 oslo_versionedobjects.exception
  ConvertedException*
  EnumFieldInvalid<.VersionedObjectsException 739
  EnumFieldUnset<.VersionedObjectsException 739
  EnumRequiresValidValuesError<.VersionedObjectsException 739
  EnumValidValuesInvalidError<.VersionedObjectsException 739
  IncompatibleObjectVersion<.VersionedObjectsException 739
  InvalidTargetVersion<.VersionedObjectsException 739
  ObjectActionError<.VersionedObjectsException 739
  ObjectFieldInvalid<.VersionedObjectsException 739
  OrphanedObjectError<.VersionedObjectsException 739
  ReadOnlyFieldError<.VersionedObjectsException 739
  TargetBeforeSubobjectExistedException<.VersionedObjectsException 739
  UnregisteredSubobject<.VersionedObjectsException 739
  UnsupportedObjectError<.VersionedObjectsException 739
  VersionedObjectsException<Exception 326 376 format_message() headers 690 739 safe
 oslo_versionedobjects.fields
  AbstractFieldType* 378 describe()! from_primitive(obj,attr,value)! stringify(value)! to_primitive(obj,attr,value)!
  AutoTypedField*<.Field
  BaseEnumField*<.AutoTypedField
  Boolean*<.FieldType 377 608
  BooleanField*<.AutoTypedField
  CoercedCollectionMixin* enable_coercing(element_type,obj,field)
  CoercedDict*<.CoercedCollectionMixin setdefault(key,default=) update(other=,**)
  CoercedList*<.CoercedCollectionMixin append(x) extend(t) insert(i,x)
  CoercedSet*<.CoercedCollectionMixin add(value) symmetric_difference_update(values) update(values)
  CompoundFieldType*<.FieldType
  DateTime*<.FieldType 378 523 608 920 945
  DateTimeField*<.AutoTypedField
  Dict*<.CompoundFieldType 377 523 608 920 945
  DictOfIntegersField*<.AutoTypedField
  DictOfListOfStringsField*<.AutoTypedField
  DictOfNullableStringsField*<.AutoTypedField
  DictOfSetOfIntegersField*
  DictOfStringsField*<.AutoTypedField
  DictProxyField*
  ElementTypeError*<TypeError
  Enum*<.String 377 608 920
  EnumField*<.BaseEnumField,.AutoTypedField
  Field* 377 describe() 523 607 920 945
  FieldType*<.AbstractFieldType 377 describe() 523 get_schema()!~ 920 945
  FlexibleBoolean*<.Boolean 377
  FlexibleBooleanField*<.AutoTypedField
  Float*<.FieldType 377 608
  FloatField*<.AutoTypedField
  IPAddress*<.StringPattern,.FieldType 378 523 945
  IPAddressField*<.AutoTypedField
  IPNetwork*<.StringPattern,.IPAddress 378 from_primitive(obj,attr,value)~ to_primitive(obj,attr,value)~
  IPNetworkField*<.AutoTypedField
  IPV4Address*<.IPAddress 377 608
  IPV4AddressField*<.AutoTypedField
  IPV4AndV6Address*<.IPAddress 377 607
  IPV4AndV6AddressField*<.AutoTypedField
  IPV4Network*<.IPNetwork 377 608
  IPV4NetworkField*<.AutoTypedField
  IPV6Address*<.IPAddress 377 608
  IPV6AddressField*<.AutoTypedField
  IPV6Network*<.IPNetwork 377 608
  IPV6NetworkField*<.AutoTypedField
  Integer*<.FieldType 377 608
  IntegerField*<.AutoTypedField
  KeyTypeError*<TypeError
  List*<.CompoundFieldType 377 523 608 920 945
  ListOfDictOfNullableStringsField*<.AutoTypedField
  ListOfEnumField*<.AutoTypedField
  ListOfIntegersField*<.AutoTypedField
  ListOfListsOfStringsField*
  ListOfObjectsField*<.AutoTypedField
  ListOfSetsOfIntegersField*<.AutoTypedField
  ListOfStringsField*<.AutoTypedField
  ListOfUUIDField*<.AutoTypedField
  MACAddress*<.StringPattern,.FieldType 377 608
  MACAddressField*<.AutoTypedField
  NonNegativeFloat*<.FieldType 377 608
  NonNegativeFloatField*<.AutoTypedField
  NonNegativeInteger*<.FieldType 377 608
  NonNegativeIntegerField*<.AutoTypedField
  Object*<.FieldType 377 describe() 523 608 920 945
  ObjectField*<.AutoTypedField
  PCIAddress*<.StringPattern,.FieldType 377 608
  PCIAddressField*<.AutoTypedField
  SensitiveString*<.String 920
  SensitiveStringField*<.AutoTypedField
  Set*<.CompoundFieldType 377 523 608 920 945
  SetOfIntegersField*<.AutoTypedField
  SetOfStringsField*
  StateMachine*<.EnumField 377
  String*<.FieldType 377 608 920
  StringField*<.AutoTypedField
  StringPattern*<.FieldType 607
  UUID*<.StringPattern,.FieldType 377 608
  UUIDField*<.AutoTypedField
  UnspecifiedDefault*
  VersionPredicate*<.String 377
  VersionPredicateField*<.AutoTypedField
 oslo_versionedobjects.fixture
  FakeIndirectionAPI<:base.VersionedObjectIndirectionAPI _canonicalize_args _get_changes _ser object_action(context,objinst,objmethod,args,kwargs) object_backport(context,objinst,target_version) object_class_action(context,objname,objmethod,objver,args,kwargs) object_class_action_versions(context,objname,objmethod,object_versions,args,kwargs)~
  IndirectionFixture* 887
  ObjectHashMismatch<Exception actual expected
  ObjectVersionChecker _find_remotable_method _get_dependencies _get_fingerprint _test_object_compatibility _test_relationships_in_order get_dependency_tree()! get_hashes(extra_data_func=)! obj_classes test_compatibility_routines(use_manifest=,init_args=,init_kwargs=) test_hashes(expected_hashes,extra_data_func=) test_relationships(expected_tree) test_relationships_in_order()
  OsloOrderedDict*
  StableObjectJsonFixture* 887
  VersionedObjectRegistryFixture* register(cls_name) 887
 oslo_versionedobjects.mypy
  OsloVersionedObjectPlugin* generate_ovo_field_defs(ctx) get_base_class_hook(fullname) get_class_decorator_hook(fullname) log(msg)!
oslo_vmware all args asctime cloneName cloneSpec color configSpec cookiejar cookies defaultPortConfig description disable_ssl_certificate_validation domain end exc_text excepthook folder host hubId hubType inherited key label lastHeartbeatTime managedEntityInfo maxObjects method msg msgid name obj objectSet objectType override_time params path pathSet podSelectionSpec project propSet relocateSpec reraise resourcePool resourceType selectSet skip start storagePod summary type url version vlan vlanId vm write
 oslo_vmware.api
  RetryDecorator 118 167 196 197 238 258
  VMwareAPISession _api_retry_count _cacert _connection_timeout 91 _get_error_message _get_session_cookie _host _insecure 177 _op_id_prefix _pbm _pbm_wsdl_loc _poll_lease _poll_task _pool_size _port _scheme _server_password _server_username _session_id _session_username 265 _vim _vim_wsdl_loc _wsdl_loc invoke_api(module,method,*,**)! is_current_session_active()! logout() pbm pbm_wsdl_loc_set(pbm_wsdl_loc) vim wait_for_lease_ready(lease) wait_for_task(task)
 oslo_vmware.common.loopingcall LoopingCall=.FixedIntervalLoopingCall
  DynamicLoopingCall<.LoopingCallBase 243 481 start(initial_delay=,periodic_interval_max=)
  FixedIntervalLoopingCall<.LoopingCallBase 243 481 start(interval,initial_delay=)
  LoopingCallBase 243 326 481 f kw 916 993
  LoopingCallDone<Exception 848
 oslo_vmware.exceptions
  AlreadyExistsException<.VimException,.VMwareDriverException 376 739
  CannotDeleteFileException<.VimException,.VMwareDriverException 376 739
  DuplicateName<.VimException,.VMwareDriverException 739
  FileAlreadyExistsException<.VimException,.VMwareDriverException 376 739
  FileFaultException<.VimException,.VMwareDriverException 376 739
  FileLockedException<.VimException,.VMwareDriverException 376 739
  FileNotFoundException<.VimException,.VMwareDriverException 376 739
  ImageTransferException<.VMwareDriverException,.VimException 360
  InvalidPowerStateException<.VimException,.VMwareDriverException 376 739
  InvalidPropertyException<.VimException,.VMwareDriverException 376 739
  ManagedObjectNotFoundException<.VimException 376 739
  MissingParameter<.VMwareDriverException 739
  NoDiskSpaceException<.VimException,.VMwareDriverException 739
  NoPermissionException<.VimException,.VMwareDriverException 376 739
  NotAuthenticatedException<.VimException,.VMwareDriverException 376 739
  TaskInProgress<.VimException,.VMwareDriverException 739
  ToolsUnavailableException<.VimException,.VMwareDriverException 739
  UseLinkedCloneConfigurationFault<.VMwareDriverConfigurationException 739
  VMwareDriverConfigurationException<.VMwareDriverException 739
  VMwareDriverException<Exception 360 462 469 690 732 msg 739
  VimAttributeException<.VMwareDriverException,.VimException 360
  VimConnectionException<.VMwareDriverException,.VimException 360
  VimException<.VMwareDriverException,Exception 360 462 msg
  VimFaultException<.VimException 462 469 fault_list
  VimSessionOverLoadException<.VMwareDriverException,.VimException 360
 oslo_vmware.image_transfer
  BlockingQueue* 375 read(chunk_size) 862 tell() 998
  FileReadWriteTask _done _input_file _output_file 243 903 917 993
  ImageWriter _context _done _image_id _image_meta _image_service _input_file 243 375 903 917 993
  Timer Timeout _deadline check_deadline()
 oslo_vmware.network.nsx.nsxv.api.api
  NsxvApi _build_uri_path _client_request _get_section_header _scopingobjects_lookup add_firewall_rule(edge_id,fwr_req) add_firewall_rule_above(edge_id,ref_vcns_rule_id,fwr_req) add_member_to_security_group(security_group_id,member_id) add_vdr_internal_interface(edge_id,interface) 315 create_app_profile(edge_id,app_profile) create_app_rule(edge_id,app_rule) create_dhcp_binding(edge_id,request_config) create_health_monitor(edge_id,monitor_new) create_lswitch(lsconfig) create_pool(edge_id,pool_new) create_port_group(dvs_id,request) create_section(type,request) create_security_group(request) create_vip(edge_id,vip_new) create_virtual_wire(vdn_scope_id,request) delete_app_profile(edge_id,app_profileid) delete_app_rule(edge_id,app_ruleid) delete_dhcp_binding(edge_id,binding_id) delete_edge(edge_id) delete_firewall(edge_id) delete_firewall_rule(edge_id,vcns_rule_id) delete_health_monitor(edge_id,monitor_vseid) delete_interface(edge_id,vnic_index) delete_ipsec_config(edge_id) delete_lswitch(lswitch_id) delete_nat_rule(edge_id,rule_id) delete_pool(edge_id,pool_vseid) delete_port_group(dvs_id,portgroup_id) delete_section(section_uri) delete_security_group(securitygroup_id) delete_vdr_internal_interface(edge_id,interface_index) delete_vip(edge_id,vip_vseid) delete_virtual_wire(virtualwire_id) deploy_edge(request) do_request(method,uri,params=,format=,**)! enable_service_loadbalancer(edge_id,config) get_edge_deploy_status(edge_id) get_edge_id(job_id) get_edge_interfaces(edge_id) get_edge_jobs(edge_id) get_edge_status(edge_id) get_edges() get_firewall(edge_id) get_firewall_rule(edge_id,vcns_rule_id) get_health_monitor(edge_id,monitor_vseid) get_interfaces(edge_id) get_ipsec_config(edge_id) get_loadbalancer_config(edge_id) get_nat_config(edge_id) get_pool(edge_id,pool_vseid) get_section(section_uri) get_section_id(section_name) get_vip(edge_id,vip_vseid) jsonapi_client 769 query_dhcp_configuration(edge_id) query_interface(edge_id,vnic_index) reconfigure_dhcp_service(edge_id,request_config) remove_member_from_security_group(security_group_id,member_id) remove_rule_from_section(section_uri,rule_id) retries update_app_profile(edge_id,app_profileid,app_profile) update_app_rule(edge_id,app_ruleid,app_rule) update_edge(edge_id,request) update_firewall(edge_id,fw_req) update_firewall_rule(edge_id,vcns_rule_id,fwr_req) update_health_monitor(edge_id,monitor_vseid,monitor_new) update_interface(edge_id,vnic) update_ipsec_config(edge_id,ipsec_config) update_nat_config(edge_id,nat) update_pool(edge_id,pool_vseid,pool_new) update_routes(edge_id,routes) update_section(section_uri,request,h)! update_section_by_id(id,type,request) update_vdr_internal_interface(edge_id,interface_index,interface) update_vip(edge_id,vip_vseid,vip_new) user validate_datacenter_moid(object_id) validate_dvs(object_id) validate_network(object_id) validate_vdn_scope(object_id) xmlapi_client
 oslo_vmware.network.nsx.nsxv.api.api_helper
  NsxvApiHelper 165 315 authToken encode errors 517 passwd request(method,uri,params=,headers=,encodeparams=) user
 oslo_vmware.network.nsx.nsxv.common.exceptions
  Forbidden<.NsxvApiException 732
  MediaTypeUnsupport<.NsxvApiException 732
  NsxvApiException<.NsxvException header 732 841 913
  NsxvBadRequest<.NsxvException 732
  NsxvException<Exception 732 msg 974
  NsxvGeneralException<.NsxvException 732
  NsxvNotFound<.NsxvException 732
  RequestBad<.NsxvApiException 732
  ResourceNotFound<.NsxvApiException 732
  ResourceRedirect<.NsxvApiException 732
  ServiceConflict<.NsxvApiException 732
  ServiceUnavailable<.NsxvApiException 732
 oslo_vmware.network.nsx.nsxv.objects.edge_cfg_obj
  NsxvEdgeCfgObj get_object(nsxv_api,edge_id,service_name) get_service_name()! serializable_payload()! submit_to_backend(nsxv_api,edge_id,async=)
 oslo_vmware.network.nsx.nsxv.objects.loadbalancer
  NsxvLBAppProfile 772 set_persistence(persist=,persist_method=,persist_cookie_name=,persist_cookie_mode=,persist_expire=)
  NsxvLBAppRule 772
  NsxvLBMonitor 772
  NsxvLBPool add_member(member) add_monitor(monitor) del_member(name) del_monitor(name) members monitors 772
  NsxvLBPoolMember 772
  NsxvLBVirtualServer add_app_rule(app_rule) app_profile app_rules default_pool del_app_rule(name) 772 set_app_profile(app_profile) set_default_pool(pool)
  NsxvLoadbalancer<:network.nsx.nsxv.objects.edge_cfg_obj.NsxvEdgeCfgObj SERVICE_NAME add_virtual_server(virtual_server) del_virtual_server(name) get_loadbalancer(nsxv_api,edge_id) get_service_name() 772 serializable_payload() virtual_servers
 oslo_vmware.objects.datacenter
  Datacenter 740 ref
 oslo_vmware.objects.datastore get_datastore_by_ref>.Datastore
  Datastore _capacity _freespace 204 _ref build_path(*)>.DatastorePath build_url(scheme,server,rel_path,datacenter_name=)>.DatastoreURL capacity choose_host(hosts) datacenter freespace get_connected_hosts(session) get_summary(session)! is_datastore_mount_usable(mount_info)! 740 ref type uncommitted
  DatastorePath _datastore_name _rel_path basename datastore dirname join(*) parent parse(datastore_path)> rel_path
  DatastoreURL _datacenter_path _datastore_name _path _query _scheme _server connect(method,content_length,cookie) datacenter_path datastore_name get_transfer_ticket(session,method) path urlparse(url)>
 oslo_vmware.pbm
  PBMClient<:vim.Vim _pbm_client _pbm_service_content _url 370 service_content set_cookie(cookie)
  Pbm<:service.Service PbmRetrieveServiceContent _vc_session_cookie 846 set_soap_cookie(cookie)
 oslo_vmware.rw_handles
  FileHandle _build_vim_cookie_header 86 _create_read_connection _create_write_connection _eof _file_handle _find_vmdk_url _fix_esx_url _get_soap_url _is_valid_ipv6 183 184 _log_progress 375 fileno() flush()! get_size()! read(chunk_size)! seek(offset)! tell()! write(data)!
  FileReadHandle<.FileHandle _conn _url 374 get_size() read(length)
  FileWriteHandle<.FileHandle _conn 86 _url 374 conn 998
  ImageReadHandle _glance_read_iter _iter 375 get_next()! read(chunk_size)
  VmdkHandle<.FileHandle _create_export_vm_lease _create_import_vapp_lease _find_vmdk_url _fix_esx_url 148 183 184 _lease _log_progress _release_lease 255 _url update_progress()
  VmdkReadHandle<.VmdkHandle,.FileHandle _bytes_read _conn 84 86 148 184 _lease 255 _url _vmdk_size 374 read(chunk_size|chunk_size=) tell()~ update_progress()~
  VmdkWriteHandle<.VmdkHandle,.FileHandle _bytes_written _conn 84 86 148 184 _lease 255 _url _vm_ref _vmdk_size 374 get_imported_vm() tell()~ update_progress()~ 998
 oslo_vmware.service
  CompatibilitySudsClient*
  LocalFileAdapter* send(request,stream=,timeout=,verify=,cert=,proxies=)
  MemoryCache* 526 put(key,value,time=)
  RequestsTransport* open(request) send(request)
  Response* get_all(name,default)! getheaders(name) info()> read(chunk_size,**) release_conn()
  Service* build_base_url(protocol,host,port) get_http_cookie()
  ServiceMessagePlugin* 292 marshalled(context) prune(el)!~
  SudsLogFilter* filter(record)
 oslo_vmware.vim
  Vim*<:service.Service 846
  VimMessagePlugin* 292 marshalled(context)
 oslo_vmware.vim_util
  WithRetrieval retrieve_result vim
osprofiler align arguments profiler send span_id traced
 osprofiler.drivers.base
  Driver _append_results _build_tree _parse_results connection_str default_trace_fields filter_error_trace finished_at get_name()! get_report(base_id)! host last_started_at list_error_traces()! list_traces(query,fields|fields=)! notify(info,**)! project 844 876 started_at
 osprofiler.drivers.ceilometer
  Ceilometer<:drivers.base.Driver 370 582 602
 osprofiler.drivers.elasticsearch_driver
  ElasticsearchDriver<:drivers.base.Driver _hits 370 381 582 602 index_name index_name_error 696 703 746 notify_error_trace(info)!~
 osprofiler.drivers.jaeger
  Jaeger<:drivers.base.Driver _get_service_name create_span_tags(payload)!~ 582 603 jaeger_client 696 702 notify(payload)~ spans tracer
 osprofiler.drivers.loginsight
  LogInsightClient CURRENT_SESSIONS_PATH EVENTS_INGEST_PATH LI_OSPROFILER_AGENT_ID QUERY_EVENTS_BASE_PATH SESSIONS_PATH _api_port _api_ssl_port _build_base_url 71 _get_auth_header _host 177 216 _query_timeout 248 255 _session_id _trunc_session_id 278 login()! query_events(params) send_event(event)
  LogInsightDriver<:drivers.base.Driver _client 582 602 746
 osprofiler.drivers.messaging
  Messaging<:drivers.base.Driver 370 context 582 603 idle_timeout messaging 747 oslo_messaging 949
  NotifyEndpoint filter_rule get_last_read_time() get_messages() info(ctxt,publisher_id,event_type,payload,metadata) last_read_time received_messages
  SignalExit<BaseException
 osprofiler.drivers.mongodb
  MongoDB<:drivers.base.Driver db 582 602 696 list_traces(query,fields=|fields=) 746 748
 osprofiler.drivers.otlp
  OTLP<:drivers.base.Driver _get_service_name _kind 204 create_span_tags(payload)! 582 602 list_error_traces() list_traces(fields=) notify(info,**|payload) spans trace_api tracer
 osprofiler.drivers.redis_driver
  Redis<:drivers.base.Driver _list_traces_legacy db 582 602 696 703 741 namespace_error namespace_opt 746 748
  RedisSentinel<.Redis,:drivers.base.Driver 381 db 582
 osprofiler.drivers.sqlalchemy_driver
  SQLAlchemyDriver<:drivers.base.Driver _conn _data_table _engine _metadata 582 602 702 747
 osprofiler.exc
  CommandError<Exception 732
  LogInsightAPIError<Exception
  LogInsightLoginTimeout<Exception
 osprofiler.notifier
  Notifier notify(payload)!
 osprofiler.profiler
  Profiler _info 204 _notify _trace_stack get_base_id()! get_id()! get_parent_id()! hmac_key 745 start(name,info=)! stop(info=)!
  Trace*
  TracedMeta*
 osprofiler.web
  WsgiMiddleware _trace_is_valid 324 enabled 509 hmac_key hmac_keys 740
ovsdbapp action addresses alert bands bfd block bridges burst_size chain chassis chassis_name cidr cond_changed condition controller daemon datapath_type dbg dhcpv4_options direction dst_ip emer enabled encaps err expected_ifaces external_ids external_ip external_mac fail_mode fair filter ha_chassis_group idl index info interfaces ip ip_prefix load_balancer log logical_ip logical_port mac manager_options match meter name need_table networks nexthop options output_port ovsdb_connection parent_name peer policy port port_security ports priority protocol rate records route_table rows severity sink static_routes tag_request target type unit up vip vips warn
 ovsdbapp.api
  API _nested_txn _nested_txns _nested_txns_map 293 302 add_port(bridge,port,may_exist=)! br_exists(name)! 351 context create_transaction(check_error=,log_errors=,**)! db_add(table,record,column,*)! db_clear(table,record,column)! db_create(table,**)! db_create_row(table,**)! db_destroy(table,record)! db_find(table,*,**)! db_find_rows(table,*,**)! db_get(table,record,column)! db_list(table,records=,columns=,if_exists=)! db_list_rows(table,record=,if_exists=)! db_remove(table,record,column,*,**)! db_set(table,record,*,if_exists=,**)! 433 434 435 560 get_manager()! iface_to_br(name)! list_br()! 697 list_ports(bridge)! port_to_br(name)! 827 890 895 transaction(check_error=,log_errors=,nested=,**)
  Command execute(**)! 844
  TimeoutException<Exception
  Transaction add(command)! commit()! extend(commands) 844
 ovsdbapp.backend.ovs_idl
  Backend _lookup _ovsdb_connection _tables autocreate_indices()! create_index(table,*) create_transaction(check_error=,log_errors=,**)>:backend.ovs_idl.transaction.Transaction db_add(table,record,column,*)>:backend.ovs_idl.command.DbAddCommand db_clear(table,record,column)>:backend.ovs_idl.command.DbClearCommand db_create(table,**)>:backend.ovs_idl.command.DbCreateCommand db_create_row(table,**)>:backend.ovs_idl.command.DbCreateCommand db_destroy(table,record)>:backend.ovs_idl.command.DbDestroyCommand db_find(table,*,**)>:backend.ovs_idl.command.DbFindCommand db_find_rows(table,*,**)>:backend.ovs_idl.command.DbFindCommand db_get(table,record,column)>:backend.ovs_idl.command.DbGetCommand db_list(table,records=,columns=,if_exists=)>:backend.ovs_idl.command.DbListCommand db_list_rows(table,records=,if_exists=)>:backend.ovs_idl.command.DbListCommand db_remove(table,record,column,*,**)>:backend.ovs_idl.command.DbRemoveCommand db_set(table,record,*,if_exists=,**)>:backend.ovs_idl.command.DbSetCommand idl lookup(table,record,default=,timeout=,notify_handler=) 718 767 restart_connection() 860 start_connection(connection)! tables
  LookupWaitEvent<:backend.ovs_idl.event.WaitEvent backend event_name match_fn(event,row,old) record 844
 ovsdbapp.backend.ovs_idl.command
  AddCommand*<.BaseCommand 779
  BaseCommand*<:api.Command execute(check_error=,log_errors=,**) 780 set_column(row,col,val)~ set_columns(row,**)~
  BaseGetOptionsCommand*<.ReadOnlyCommand 856
  BaseGetRowCommand*<.ReadOnlyCommand,.BaseCommand 856
  BaseSetOptionsCommand*<.BaseCommand 856
  DbAddCommand*<.BaseCommand 856
  DbClearCommand*<.BaseCommand 856
  DbCreateCommand*<.BaseCommand 779 856
  DbDestroyCommand*<.BaseCommand 856
  DbFindCommand*<.ReadOnlyCommand,.BaseCommand 856
  DbGetCommand*<.ReadOnlyCommand,.BaseCommand 856
  DbListCommand*<.ReadOnlyCommand,.BaseCommand 856
  DbRemoveCommand*<.BaseCommand 856
  DbSetCommand*<.BaseCommand 856
  ReadOnlyCommand*<.BaseCommand
 ovsdbapp.backend.ovs_idl.common.base_connection_utils
  WaitQueue 316 alert_notification_consume()! alert_notify()! init_alert_notification()! max_queue_size
 ovsdbapp.backend.ovs_idl.connection
  Connection _idl_factory _is_running _schema_filter 391 force_reconnect() get_schema_helper()! idl idl_class idl_factory is_running lock poller queue_txn(txn) 853 schema_name start(table_name_list=) stop(timeout=) 938 941 txns update_schema_helper(helper)!
  OvsdbIdl* cooperative_yield()~ from_server(connection_string,schema_name,*,helper=,helper_tables=,**)> post_connect()! update_tables(tables,schema)~
  TransactionQueue* alert_notify()!~ close()~ get_nowait(*,**) put(*,**)
 ovsdbapp.backend.ovs_idl.event
  RowEvent<:event.RowEvent base_match(event,row,old)!~ match_fn(event,row,old)!~ matches(event,row,old=)
  RowEventHandler<:event.RowEventHandler _on_matching notify(event,row,updates=)~
  WaitEvent<.RowEvent,:event.WaitEvent
 ovsdbapp.backend.ovs_idl.fixtures
  OvsdbVlogFixture*
 ovsdbapp.backend.ovs_idl.idlutils
  ExceptionResult ex tb
  RowNotFound<:exceptions.OvsdbAppException 732
 ovsdbapp.backend.ovs_idl.linux.connection_utils
  WaitQueue<:backend.ovs_idl.common.base_connection_utils.WaitQueue 316 317 alert_notify() alertin alertout close()~ 662
 ovsdbapp.backend.ovs_idl.rowview
  RowView* asdict()
 ovsdbapp.backend.ovs_idl.transaction
  Transaction<:api.Transaction add(command) api check_error commands commit() do_commit() elapsed_time()! idl log_errors 767 780 pre_commit(txn)! results start_time time_remaining()! 941 timeout_exceeded()!
 ovsdbapp.backend.ovs_idl.windows.connection_utils
  WaitQueue<:backend.ovs_idl.common.base_connection_utils.WaitQueue alert_event 316 317 alert_notify() close()!~ 662
 ovsdbapp.event
  RowEvent ONETIME ROW_CREATE ROW_DELETE ROW_UPDATE _event_name 380 event_name events key 727 old_conditions 783 run(event,row,old)! 928
  RowEventHandler _add _discard _get_queue 191 _on_matching _queues _watched_events match(candidate,event,row,updates)! matching_events(event,row,updates)! notifications notify(event,row,updates=) notify_loop() notify_thread shutdown() 904 unwatch_event(event)! unwatch_events(events) watch_event(event) watch_events(events)
  WaitEvent<.RowEvent ONETIME event event_name 727 783 run(event,row,old) 941 993
 ovsdbapp.exceptions
  NotConnectedError<.OvsdbAppException 732
  OvsdbAppException<RuntimeError,Exception 732 msg 974
  OvsdbConnectionUnavailable<.OvsdbAppException 732
  TimeoutException<.OvsdbAppException 732
 ovsdbapp.impl_idl
  NeutronOVSDBTransaction<.Transaction 475 779 781 pre_commit(txn) 992
  OvsdbIdl<:api.API _ovs _tables add_br(name,may_exist=,datapath_type=)>:native.commands.AddBridgeCommand add_manager(connection_uri)>:native.commands.AddManagerCommand add_port(bridge,port,may_exist=)>:native.commands.AddPortCommand br_exists(name)>:native.commands.BridgeExistsCommand br_get_external_id(name,field)>:native.commands.BrGetExternalIdCommand br_set_external_id(name,field,value)>:native.commands.BrSetExternalIdCommand create_transaction(check_error=,log_errors=,**)>.NeutronOVSDBTransaction db_add(table,record,column,*)>:native.commands.DbAddCommand db_clear(table,record,column)>:native.commands.DbClearCommand db_create(table,**)>:native.commands.DbCreateCommand db_destroy(table,record)>:native.commands.DbDestroyCommand db_find(table,*,**)>:native.commands.DbFindCommand db_get(table,record,column)>:native.commands.DbGetCommand db_list(table,records=,columns=,if_exists=)>:native.commands.DbListCommand db_set(table,record,*)>:native.commands.DbSetCommand del_br(name,if_exists=)>:native.commands.DelBridgeCommand del_controller(bridge)>:native.commands.DelControllerCommand del_port(port,bridge=,if_exists=)>:native.commands.DelPortCommand get_controller(bridge)>:native.commands.GetControllerCommand get_manager()>:native.commands.GetManagerCommand idl iface_to_br(name)>:native.commands.InterfaceToBridgeCommand list_br()>:native.commands.ListBridgesCommand list_ifaces(bridge)>:native.commands.ListIfacesCommand list_ports(bridge)>:native.commands.ListPortsCommand 767 port_to_br(name)>:native.commands.PortToBridgeCommand remove_manager(connection_uri)>:native.commands.RemoveManagerCommand set_controller(bridge,controllers)>:native.commands.SetControllerCommand set_fail_mode(bridge,mode)>:native.commands.SetFailModeCommand
  Transaction<:api.Transaction add(command) api check_error commands commit() do_commit() elapsed_time()! expected_ifaces log_errors 767 780 pre_commit(txn)! results start_time time_remaining()! 941 timeout_exceeded()!
  VswitchdInterfaceAddException<:exceptions.OvsdbAppException 732
 ovsdbapp.native.commands
  AddBridgeCommand*<.BaseCommand 856
  AddManagerCommand*<.BaseCommand 856
  AddPortCommand*<.BaseCommand 856
  BaseCommand*<:api.Command 496 780
  BrGetExternalIdCommand*<.BaseCommand 856
  BrSetExternalIdCommand*<.BaseCommand 856
  BridgeExistsCommand*<.BaseCommand 856
  DbAddCommand*<.BaseCommand 856
  DbClearCommand*<.BaseCommand 856
  DbCreateCommand*<.BaseCommand 779 856
  DbDestroyCommand*<.BaseCommand 856
  DbFindCommand*<.BaseCommand 856
  DbGetCommand*<.BaseCommand 856
  DbListCommand*<.BaseCommand 856
  DbSetCommand*<.BaseCommand 856
  DelBridgeCommand*<.BaseCommand 856
  DelControllerCommand*<.BaseCommand 856
  DelPortCommand*<.BaseCommand 856
  GetControllerCommand*<.BaseCommand 856
  GetManagerCommand*<.BaseCommand 856
  InterfaceToBridgeCommand*<.BaseCommand 856
  ListBridgesCommand*<.BaseCommand 856
  ListIfacesCommand*<.BaseCommand 856
  ListPortsCommand*<.BaseCommand 856
  PortToBridgeCommand*<.BaseCommand 856
  RemoveManagerCommand*<.BaseCommand 856
  SetControllerCommand*<.BaseCommand 856
  SetFailModeCommand*<.BaseCommand 856
 ovsdbapp.schema.hardware_vtep.api
  API<:api.API add_ls(switch,may_exist=,**)! add_port(pswitch,port,may_exist=)! add_ps(pswitch,may_exist=,**)! bind_ls(pswitch,port,vlan,switch)! clear_local_macs(switch)! clear_remote_macs(switch)! del_ls(switch,if_exists=)! del_port(pswitch,port,if_exists=)! del_ps(pswitch,if_exists=)! get_ls(switch)! get_port(port)! get_ps(pswitch)! list_local_macs(switch)! list_ls()! list_ports(pswitch)! list_ps()! list_remote_macs(switch)! unbind_ls(pswitch,port,vlan)!
 ovsdbapp.schema.hardware_vtep.commands
  AddLsCommand<:backend.ovs_idl.command.AddCommand 379 730 844 856 925 929
  AddPortCommand<:backend.ovs_idl.command.AddCommand 380 730 port 803 844 856 929
  AddPsCommand<:backend.ovs_idl.command.AddCommand 379 730 803 844 856 929
  BindLsCommand<:backend.ovs_idl.command.BaseCommand 380 port 803 856 925 929 vlan
  ClearLocalMacsCommand<._ClearMacsCommand 930
  ClearRemoteMacsCommand<._ClearMacsCommand 930
  DelLsCommand<:backend.ovs_idl.command.BaseCommand 660 856 925 929
  DelPortCommand<:backend.ovs_idl.command.BaseCommand 380 660 port 803 856 929
  DelPsCommand<:backend.ovs_idl.command.BaseCommand 660 803 856 929
  GetLsCommand<:backend.ovs_idl.command.BaseGetRowCommand 928
  GetPortCommand<:backend.ovs_idl.command.BaseGetRowCommand 928
  GetPsCommand<:backend.ovs_idl.command.BaseGetRowCommand 928
  ListLocalMacsCommand<._ListMacsCommand 930
  ListLsCommand<._ListCommand 929
  ListPortsCommand<:backend.ovs_idl.command.ReadOnlyCommand 803 844 856 929
  ListPsCommand<._ListCommand 929
  ListRemoteMacsCommand<._ListMacsCommand 930
  UnbindLsCommand<:backend.ovs_idl.command.BaseCommand 380 port 803 856 929 vlan
  _ClearMacsCommand<:backend.ovs_idl.command.BaseCommand 856 925 930
  _ListCommand<:backend.ovs_idl.command.ReadOnlyCommand 844 856 929
  _ListMacsCommand<:backend.ovs_idl.command.ReadOnlyCommand 844 856 925 930
 ovsdbapp.schema.hardware_vtep.impl_idl
  HwVtepApiIdlImpl<:backend.ovs_idl.Backend,:schema.hardware_vtep.api.API add_ls(switch,may_exist=,**)>:schema.hardware_vtep.commands.AddLsCommand add_port(pswitch,port,may_exist=)>:schema.hardware_vtep.commands.AddPortCommand add_ps(pswitch,may_exist=,**)>:schema.hardware_vtep.commands.AddPsCommand bind_ls(pswitch,port,vlan,switch)>:schema.hardware_vtep.commands.BindLsCommand clear_local_macs(switch)>:schema.hardware_vtep.commands.ClearLocalMacsCommand clear_remote_macs(switch)>:schema.hardware_vtep.commands.ClearRemoteMacsCommand del_ls(switch,if_exists=)>:schema.hardware_vtep.commands.DelLsCommand del_port(pswitch,port,if_exists=)>:schema.hardware_vtep.commands.DelPortCommand del_ps(pswitch,if_exists=)>:schema.hardware_vtep.commands.DelPsCommand get_ls(switch)>:schema.hardware_vtep.commands.GetLsCommand get_port(port)>:schema.hardware_vtep.commands.GetPortCommand get_ps(pswitch)>:schema.hardware_vtep.commands.GetPsCommand list_local_macs(switch)>:schema.hardware_vtep.commands.ListLocalMacsCommand list_ls()>:schema.hardware_vtep.commands.ListLsCommand list_ports(pswitch)>:schema.hardware_vtep.commands.ListPortsCommand list_ps()>:schema.hardware_vtep.commands.ListPsCommand list_remote_macs(switch)>:schema.hardware_vtep.commands.ListRemoteMacsCommand 718 860 unbind_ls(pswitch,port,vlan)>:schema.hardware_vtep.commands.UnbindLsCommand
 ovsdbapp.schema.open_vswitch.api
  API<:api.API 293 302 add_port(bridge,port,may_exist=,**)! br_exists(name)! 351 br_set_external_id(name,field,value)!~ db_add(table,record,column,*)!~ db_clear(table,record,column)!~ db_create(table,**)!~ db_destroy(table,record)!~ db_find(table,*,**)!~ db_get(table,record,column)!~ db_list(table,records=,columns=,if_exists=)!~ db_set(table,record,*)!~ 433 434 435 560 get_manager()! iface_get_external_id(name,field)!~ iface_set_external_id(name,field,value)!~ iface_to_br(name)! list_br()! 697 list_ports(bridge)! port_to_br(name)! 827 890 895
 ovsdbapp.schema.open_vswitch.commands
  AddBridgeCommand*<:backend.ovs_idl.command.AddCommand,:backend.ovs_idl.command.BaseCommand,.BaseCommand 856
  AddManagerCommand*<:backend.ovs_idl.command.AddCommand,:backend.ovs_idl.command.BaseCommand,.BaseCommand 856
  AddPortCommand*<:backend.ovs_idl.command.AddCommand,:backend.ovs_idl.command.BaseCommand,.BaseCommand 856
  BaseCommand*<:api.Command 496 780
  BrGetExternalIdCommand*<.GetExternalIdCommand,:backend.ovs_idl.command.BaseCommand,.BaseCommand 857
  BrSetExternalIdCommand*<.SetExternalIdCommand,:backend.ovs_idl.command.BaseCommand,.BaseCommand 857
  BridgeExistsCommand*<:backend.ovs_idl.command.ReadOnlyCommand,:backend.ovs_idl.command.BaseCommand,.BaseCommand 856
  DelBridgeCommand*<:backend.ovs_idl.command.BaseCommand,.BaseCommand 856
  DelControllerCommand*<:backend.ovs_idl.command.BaseCommand,.BaseCommand 856
  DelPortCommand*<:backend.ovs_idl.command.BaseCommand,.BaseCommand 856
  GetControllerCommand*<:backend.ovs_idl.command.ReadOnlyCommand,:backend.ovs_idl.command.BaseCommand,.BaseCommand 856
  GetExternalIdCommand<:backend.ovs_idl.command.ReadOnlyCommand,:backend.ovs_idl.command.BaseCommand,.BaseCommand field 740 844 856 928
  GetManagerCommand*<:backend.ovs_idl.command.ReadOnlyCommand,:backend.ovs_idl.command.BaseCommand,.BaseCommand 856
  InterfaceToBridgeCommand*<:backend.ovs_idl.command.ReadOnlyCommand,:backend.ovs_idl.command.BaseCommand,.BaseCommand 856
  ListBridgesCommand*<:backend.ovs_idl.command.ReadOnlyCommand,:backend.ovs_idl.command.BaseCommand,.BaseCommand 856
  ListIfacesCommand*<:backend.ovs_idl.command.ReadOnlyCommand,:backend.ovs_idl.command.BaseCommand,.BaseCommand 856
  ListPortsCommand*<:backend.ovs_idl.command.ReadOnlyCommand,:backend.ovs_idl.command.BaseCommand,.BaseCommand 856
  PortToBridgeCommand*<:backend.ovs_idl.command.ReadOnlyCommand,:backend.ovs_idl.command.BaseCommand,.BaseCommand 856
  RemoveManagerCommand*<:backend.ovs_idl.command.BaseCommand,.BaseCommand 856
  SetControllerCommand*<:backend.ovs_idl.command.BaseCommand,.BaseCommand 856
  SetExternalIdCommand<:backend.ovs_idl.command.BaseCommand,.BaseCommand field 740 856 928 986
  SetFailModeCommand*<:backend.ovs_idl.command.BaseCommand,.BaseCommand 856
 ovsdbapp.schema.open_vswitch.impl_idl
  OvsVsctlTransaction<:backend.ovs_idl.transaction.Transaction 475 779 781 pre_commit(txn) 992
  OvsdbIdl<:backend.ovs_idl.Backend,:schema.open_vswitch.api.API _ovs _tables add_br(name,may_exist=,datapath_type=)>:schema.open_vswitch.commands.AddBridgeCommand add_manager(connection_uri)>:schema.open_vswitch.commands.AddManagerCommand add_port(bridge,port,may_exist=,**)>:schema.open_vswitch.commands.AddPortCommand br_exists(name)>:schema.open_vswitch.commands.BridgeExistsCommand br_get_external_id(name,field)>:schema.open_vswitch.commands.BrGetExternalIdCommand br_set_external_id(name,field,value)>:schema.open_vswitch.commands.BrSetExternalIdCommand 391 create_transaction(check_error=,log_errors=,**)>.OvsVsctlTransaction db_add(table,record,column,*)~ db_clear(table,record,column)~ db_create(table,**)~ db_destroy(table,record)~ db_find(table,*,**)~ db_get(table,record,column)~ db_list(table,records=,columns=,if_exists=)~ db_set(table,record,*)~ del_br(name,if_exists=)>:schema.open_vswitch.commands.DelBridgeCommand del_controller(bridge)>:schema.open_vswitch.commands.DelControllerCommand del_port(port,bridge=,if_exists=)>:schema.open_vswitch.commands.DelPortCommand get_controller(bridge)>:schema.open_vswitch.commands.GetControllerCommand get_manager()>:schema.open_vswitch.commands.GetManagerCommand idl iface_get_external_id(name,field)~ iface_set_external_id(name,field,value)~ iface_to_br(name)>:schema.open_vswitch.commands.InterfaceToBridgeCommand list_br()>:schema.open_vswitch.commands.ListBridgesCommand list_ifaces(bridge)>:schema.open_vswitch.commands.ListIfacesCommand list_ports(bridge)>:schema.open_vswitch.commands.ListPortsCommand 718 767 port_to_br(name)>:schema.open_vswitch.commands.PortToBridgeCommand remove_manager(connection_uri)>:schema.open_vswitch.commands.RemoveManagerCommand 860 set_controller(bridge,controllers)>:schema.open_vswitch.commands.SetControllerCommand set_fail_mode(bridge,mode)>:schema.open_vswitch.commands.SetFailModeCommand
  VswitchdInterfaceAddException<:exceptions.OvsdbAppException 732
 ovsdbapp.schema.ovn_ic_northbound.api
  API<:api.API ts_add(switch,may_exist=,**)! ts_del(switch,if_exists=)! ts_get(switch)! ts_list()!
 ovsdbapp.schema.ovn_ic_northbound.commands
  TsAddCommand<:backend.ovs_idl.command.AddCommand 379 730 844 856 925 929
  TsDelCommand<:backend.ovs_idl.command.BaseCommand 660 856 925
  TsGetCommand<:backend.ovs_idl.command.BaseGetRowCommand 928
  TsListCommand<:backend.ovs_idl.command.ReadOnlyCommand 844 856
 ovsdbapp.schema.ovn_ic_northbound.impl_idl
  OvnIcNbApiIdlImpl<:backend.ovs_idl.Backend,:schema.ovn_ic_northbound.api.API 718 860 ts_add(switch,may_exist=,**)>:schema.ovn_ic_northbound.commands.TsAddCommand ts_del(switch,if_exists=)>:schema.ovn_ic_northbound.commands.TsDelCommand ts_get(switch)>:schema.ovn_ic_northbound.commands.TsGetCommand ts_list()>:schema.ovn_ic_northbound.commands.TsListCommand
 ovsdbapp.schema.ovn_northbound.api
  API<:api.API acl_add(switch,direction,priority,match,action,log=)! acl_del(switch,direction=,priority=,match=,if_exists=)! acl_list(switch)! address_set_add(name,addresses=,may_exist=,**)!~ address_set_add_addresses(address_set,addresses)!~ address_set_del(address_set,if_exists=)!~ address_set_get(address_set)!~ address_set_list()!~ address_set_remove_addresses(address_set,addresses)!~ bfd_add(logical_port,dst_ip,min_tx=,min_rx=,detect_mult=,external_ids=,options=,may_exist=)!~ bfd_del(uuid)!~ bfd_find(logical_port,dst_ip)!~ bfd_get(uuid)!~ dhcp_options_add(cidr,**)! dhcp_options_del(uuid)! dhcp_options_get(dhcpopt_uuid)! dhcp_options_get_options(uuid)! dhcp_options_list()! dhcp_options_set_options(uuid,**)! dns_add(**)!~ dns_add_record(uuid,hostname,ips)!~ dns_del(uuid)!~ dns_get(uuid)!~ dns_list()!~ dns_remove_record(uuid,hostname,if_exists=)!~ dns_set_external_ids(uuid,**)!~ dns_set_options(uuid,if_exists=,**)!~ dns_set_records(uuid,**)!~ ha_chassis_group_add(name,may_exist=,**)!~ ha_chassis_group_add_chassis(hcg_id,chassis,priority,**)!~ ha_chassis_group_del(name,if_exists=)!~ ha_chassis_group_del_chassis(hcg_id,chassis,if_exists=)!~ ha_chassis_group_get(name)!~ health_check_get_options(hc_uuid)!~ health_check_set_options(hc_uuid,**)!~ lb_add(lb,vip,ips,protocol=,may_exist=,**|vip,ips,protocol=,may_exist=)! lb_add_health_check(lb,vip,**)!~ lb_add_ip_port_mapping(lb,endpoint_ip,port_name,source_ip)!~ lb_del(lb,vip=,if_exists=)! lb_del_health_check(lb,hc_uuid,if_exists=)!~ lb_del_ip_port_mapping(lb,endpoint_ip)!~ lb_get(lb)!~ lb_list()! lr_add(router=,may_exist=,**)! lr_del(router,if_exists=)! lr_get(router)!~ lr_lb_add(router,lb,may_exist=)! lr_lb_del(router,lb=,if_exists=)! lr_lb_list(router)! lr_list()! lr_nat_add(router,nat_type,external_ip,logical_ip,logical_port=,external_mac=,may_exist=)! lr_nat_del(router,nat_type=,match_ip=,if_exists=)! lr_nat_list(router)! lr_policy_add(router,priority,match,action,may_exist=,**)!~ lr_policy_del(router,priority=,match=,if_exists=)!~ lr_policy_list(router)!~ lr_route_add(router,prefix,nexthop,port=,policy=,may_exist=,ecmp=,route_table=,bfd=)! lr_route_del(router,prefix=,if_exists=,nexthop=,route_table=)! lr_route_list(router,route_table=)! lrp_add(router,port,mac,networks,peer=,may_exist=,**)! lrp_add_networks(port,networks,may_exist=)!~ lrp_del(port,router=,if_exists=)! lrp_del_gateway_chassis(port,gateway_chassis,if_exists=)!~ lrp_del_ha_chassis_group(port,if_exists=)!~ lrp_del_networks(port,networks,if_exists=)!~ lrp_get(port)!~ lrp_get_enabled(port)! lrp_get_gateway_chassis(port)!~ lrp_get_ha_chassis_group(port)!~ lrp_get_options(port)!~ lrp_list(router)! lrp_set_enabled(port,is_enabled)! lrp_set_gateway_chassis(port,gateway_chassis,priority=)!~ lrp_set_ha_chassis_group(port,ha_chassis_group)!~ lrp_set_options(port,if_exists=,**)!~ ls_add(switch=,may_exist=,**)! ls_add_dns_record(switch_uuid,dns_uuid)!~ ls_clear_dns_records(switch)!~ ls_del(switch,if_exists=)! ls_get(switch)! ls_get_localnet_ports(switch,if_exists=)!~ ls_lb_add(switch,lb,may_exist=)! ls_lb_del(switch,lb=,if_exists=)! ls_lb_list(switch)! ls_list()! ls_remove_dns_record(switch_uuid,dns_uuid,if_exists=)!~ ls_set_dns_records(switch_uuid,dns_uuids)!~ lsp_add(switch,port,parent=,tag=,may_exist=,**|switch,port,parent_name=,tag=,may_exist=,**)! lsp_attach_mirror(port,mirror,may_exist=)!~ lsp_del(port,if_exists=)! lsp_detach_mirror(port,mirror,if_exist=|port,mirror,if_exists=)!~ lsp_get(port)! lsp_get_addresses(port)! lsp_get_enabled(port)! lsp_get_options(port)! lsp_get_parent(port)! lsp_get_port_security(port)! lsp_get_type(port)! lsp_get_up(port)! lsp_list(switch=)! lsp_set_addresses(port,addresses)! lsp_set_dhcpv4_options(port,dhcp_options_uuid)! lsp_set_enabled(port,is_enabled)! lsp_set_options(port,**)! lsp_set_port_security(port,addresses)! lsp_set_type(port,port_type)! meter_add(name,unit,rate=,fair=,burst_size=,action=,may_exist=,**)!~ meter_del(meter,if_exists=)!~ meter_get(meter)!~ meter_list()!~ mirror_add(name,mirror_type,index,direction_filter,dest,external_ids=,may_exist=)!~ mirror_del(mirror)!~ mirror_get(uuid)!~ pg_acl_add(port_group,direction,priority,match,action,log=,may_exist=,severity=,name=,meter=,**)!~ pg_acl_del(port_group,direction=,priority=,match=,if_exists=)!~ pg_acl_list(port_group)!~ pg_add(name,may_exist=,**|name=,may_exist=,**)!~ pg_add_acls(pg_id,acl)!~ pg_add_ports(pg_id,lsp)!~ pg_del(name,if_exists=)!~ pg_del_acls(pg_id,acl,if_exists=)!~ pg_del_ports(pg_id,lsp,if_exists=)!~ pg_get(pg_id)!~ qos_add(switch,direction,priority,match,rate=,burst=,dscp=,may_exist=,**)!~ qos_del(switch,direction=,priority=,match=,if_exists=)!~ qos_del_ext_ids(lswitch_name,external_ids,if_exists=)!~ qos_list(switch)!~
 ovsdbapp.schema.ovn_northbound.commands
  AclAddCommand*<._AclAddHelper,:backend.ovs_idl.command.AddCommand acl_match(row)!~ 857
  AclDelCommand*<._AclDelHelper,:backend.ovs_idl.command.BaseCommand 857
  AclListCommand*<._AclListHelper,:backend.ovs_idl.command.BaseCommand 857
  DhcpOptionsAddCommand*<:backend.ovs_idl.command.AddCommand 856
  DhcpOptionsDelCommand*<:backend.ovs_idl.command.BaseCommand 856
  DhcpOptionsGetCommand*<:backend.ovs_idl.command.BaseGetRowCommand
  DhcpOptionsGetOptionsCommand*<:backend.ovs_idl.command.BaseGetOptionsCommand,:backend.ovs_idl.command.BaseCommand,:backend.ovs_idl.command.ReadOnlyCommand 857
  DhcpOptionsListCommand*<:backend.ovs_idl.command.ReadOnlyCommand,:backend.ovs_idl.command.BaseCommand 856
  DhcpOptionsSetOptionsCommand*<:backend.ovs_idl.command.BaseSetOptionsCommand,:backend.ovs_idl.command.BaseCommand 857
  LbAddCommand*<:backend.ovs_idl.command.BaseCommand 779 856
  LbDelCommand*<:backend.ovs_idl.command.BaseCommand 856
  LbListCommand*<:backend.ovs_idl.command.ReadOnlyCommand,:backend.ovs_idl.command.BaseCommand 856
  LrAddCommand*<:backend.ovs_idl.command.BaseCommand 779 856
  LrDelCommand*<:backend.ovs_idl.command.BaseCommand 856
  LrLbAddCommand*<:backend.ovs_idl.command.BaseCommand 856
  LrLbDelCommand*<:backend.ovs_idl.command.BaseCommand 856
  LrLbListCommand*<:backend.ovs_idl.command.ReadOnlyCommand,:backend.ovs_idl.command.BaseCommand 856
  LrListCommand*<:backend.ovs_idl.command.ReadOnlyCommand,:backend.ovs_idl.command.BaseCommand 856
  LrNatAddCommand*<:backend.ovs_idl.command.BaseCommand 779 856
  LrNatDelCommand*<:backend.ovs_idl.command.BaseCommand 856
  LrNatListCommand*<:backend.ovs_idl.command.ReadOnlyCommand,:backend.ovs_idl.command.BaseCommand 856
  LrRouteAddCommand*<:backend.ovs_idl.command.BaseCommand 779 856
  LrRouteDelCommand*<:backend.ovs_idl.command.BaseCommand 856
  LrRouteListCommand*<:backend.ovs_idl.command.ReadOnlyCommand,:backend.ovs_idl.command.BaseCommand 856
  LrpAddCommand*<:backend.ovs_idl.command.BaseCommand 779 856
  LrpDelCommand*<.PortDelCommand
  LrpGetEnabledCommand*<:backend.ovs_idl.command.ReadOnlyCommand,:backend.ovs_idl.command.BaseCommand 856
  LrpListCommand*<:backend.ovs_idl.command.ReadOnlyCommand,:backend.ovs_idl.command.BaseCommand 856
  LrpSetEnabledCommand*<:backend.ovs_idl.command.BaseCommand 856
  LsAddCommand*<:backend.ovs_idl.command.AddCommand 856
  LsDelCommand*<:backend.ovs_idl.command.BaseCommand 856
  LsGetCommand*<:backend.ovs_idl.command.BaseGetRowCommand
  LsLbAddCommand*<:backend.ovs_idl.command.BaseCommand 856
  LsLbDelCommand*<:backend.ovs_idl.command.BaseCommand 856
  LsLbListCommand*<:backend.ovs_idl.command.ReadOnlyCommand,:backend.ovs_idl.command.BaseCommand 856
  LsListCommand*<:backend.ovs_idl.command.ReadOnlyCommand,:backend.ovs_idl.command.BaseCommand 856
  LspAddCommand*<:backend.ovs_idl.command.AddCommand 856
  LspDelCommand*<.PortDelCommand
  LspGetAddressesCommand*<:backend.ovs_idl.command.ReadOnlyCommand,:backend.ovs_idl.command.BaseCommand 856
  LspGetCommand*<:backend.ovs_idl.command.BaseGetRowCommand
  LspGetDhcpV4OptionsCommand*<:backend.ovs_idl.command.ReadOnlyCommand,:backend.ovs_idl.command.BaseCommand 856
  LspGetEnabledCommand*<:backend.ovs_idl.command.ReadOnlyCommand,:backend.ovs_idl.command.BaseCommand 856
  LspGetOptionsCommand*<:backend.ovs_idl.command.BaseGetOptionsCommand,:backend.ovs_idl.command.BaseCommand,:backend.ovs_idl.command.ReadOnlyCommand 857
  LspGetParentCommand*<:backend.ovs_idl.command.ReadOnlyCommand,:backend.ovs_idl.command.BaseCommand 856
  LspGetPortSecurityCommand*<:backend.ovs_idl.command.ReadOnlyCommand,:backend.ovs_idl.command.BaseCommand 856
  LspGetTagCommand*<:backend.ovs_idl.command.ReadOnlyCommand,:backend.ovs_idl.command.BaseCommand 856
  LspGetTypeCommand*<:backend.ovs_idl.command.ReadOnlyCommand,:backend.ovs_idl.command.BaseCommand 856
  LspGetUpCommand*<:backend.ovs_idl.command.ReadOnlyCommand,:backend.ovs_idl.command.BaseCommand 856
  LspListCommand*<:backend.ovs_idl.command.ReadOnlyCommand,:backend.ovs_idl.command.BaseCommand 856
  LspSetAddressesCommand*<:backend.ovs_idl.command.BaseCommand 856
  LspSetDhcpV4OptionsCommand*<:backend.ovs_idl.command.BaseCommand 856
  LspSetEnabledCommand*<:backend.ovs_idl.command.BaseCommand 856
  LspSetOptionsCommand*<:backend.ovs_idl.command.BaseSetOptionsCommand,:backend.ovs_idl.command.BaseCommand 857
  LspSetPortSecurityCommand*<:backend.ovs_idl.command.BaseCommand 856
  LspSetTypeCommand*<:backend.ovs_idl.command.BaseCommand 856
  PortDelCommand*<:backend.ovs_idl.command.BaseCommand 856
  _AclAddHelper<:backend.ovs_idl.command.AddCommand acl_match(row)! action direction entity external_ids log 718 match 730 meter 740 783 844 856 severity 929
  _AclDelHelper<:backend.ovs_idl.command.BaseCommand 380 entity 660 718 856
  _AclListHelper<:backend.ovs_idl.command.ReadOnlyCommand,:backend.ovs_idl.command.BaseCommand entity 718 844 856
 ovsdbapp.schema.ovn_northbound.impl_idl
  OvnNbApiIdlImpl<:backend.ovs_idl.Backend,:schema.ovn_northbound.api.API acl_add(switch,direction,priority,match,action,log=,may_exist=,**)>:schema.ovn_northbound.commands.AclAddCommand acl_del(switch,direction=,priority=,match=,if_exists=)>:schema.ovn_northbound.commands.AclDelCommand acl_list(switch)>:schema.ovn_northbound.commands.AclListCommand address_set_add(name,addresses=,may_exist=,**)~ address_set_add_addresses(address_set,addresses)~ address_set_del(address_set,if_exists=)~ address_set_get(address_set)~ address_set_list()~ address_set_remove_addresses(address_set,addresses)~ bfd_add(logical_port,dst_ip,min_tx=,min_rx=,detect_mult=,external_ids=,options=,may_exist=)~ bfd_del(uuid)~ bfd_find(logical_port,dst_ip)~ bfd_get(uuid)~ dhcp_options_add(cidr,**)>:schema.ovn_northbound.commands.DhcpOptionsAddCommand dhcp_options_del(dhcpopt_uuid)>:schema.ovn_northbound.commands.DhcpOptionsDelCommand dhcp_options_get(dhcpopt_uuid)>:schema.ovn_northbound.commands.DhcpOptionsGetCommand dhcp_options_get_options(dhcpopt_uuid)>:schema.ovn_northbound.commands.DhcpOptionsGetOptionsCommand dhcp_options_list()>:schema.ovn_northbound.commands.DhcpOptionsListCommand dhcp_options_set_options(dhcpopt_uuid,**)>:schema.ovn_northbound.commands.DhcpOptionsSetOptionsCommand dns_add(**)~ dns_add_record(uuid,hostname,ips)~ dns_del(uuid)~ dns_get(uuid)~ dns_list()~ dns_remove_record(uuid,hostname,if_exists=)~ dns_set_external_ids(uuid,**)~ dns_set_options(uuid,if_exists=,**)~ dns_set_records(uuid,**)~ ha_chassis_group_add(name,may_exist=,**)~ ha_chassis_group_add_chassis(hcg_id,chassis,priority,**)~ ha_chassis_group_del(name,if_exists=)~ ha_chassis_group_del_chassis(hcg_id,chassis,if_exists=)~ ha_chassis_group_get(name)~ health_check_get_options(hc_uuid)~ health_check_set_options(hc_uuid,**)~ lb_add(lb,vip,ips,protocol=,may_exist=,**)>:schema.ovn_northbound.commands.LbAddCommand lb_add_health_check(lb,vip,**)~ lb_add_ip_port_mapping(lb,endport_ip,port_name,source_ip)~ lb_del(lb,vip=,if_exists=)>:schema.ovn_northbound.commands.LbDelCommand lb_del_health_check(lb,hc_uuid,if_exists=)~ lb_del_ip_port_mapping(lb,endport_ip)~ lb_get(lb)~ lb_list()>:schema.ovn_northbound.commands.LbListCommand 718 lr_add(router=,may_exist=,**)>:schema.ovn_northbound.commands.LrAddCommand lr_del(router,if_exists=)>:schema.ovn_northbound.commands.LrDelCommand lr_get(router)~ lr_lb_add(router,lb,may_exist=)>:schema.ovn_northbound.commands.LrLbAddCommand lr_lb_del(router,lb=,if_exists=)>:schema.ovn_northbound.commands.LrLbDelCommand lr_lb_list(router)>:schema.ovn_northbound.commands.LrLbListCommand lr_list()>:schema.ovn_northbound.commands.LrListCommand lr_nat_add(router,nat_type,external_ip,logical_ip,logical_port=,external_mac=,may_exist=)>:schema.ovn_northbound.commands.LrNatAddCommand lr_nat_del(router,nat_type=,match_ip=,if_exists=)>:schema.ovn_northbound.commands.LrNatDelCommand lr_nat_list(router)>:schema.ovn_northbound.commands.LrNatListCommand lr_policy_add(router,priority,match,action,may_exist=,chain=,**)~ lr_policy_del(router,priority=,match=,if_exists=,chain=)~ lr_policy_list(router,chain=)~ lr_route_add(router,prefix,nexthop,port=,policy=,may_exist=,ecmp=,route_table=,bfd=)>:schema.ovn_northbound.commands.LrRouteAddCommand lr_route_del(router,prefix=,if_exists=,nexthop=,route_table=)>:schema.ovn_northbound.commands.LrRouteDelCommand lr_route_list(router,route_table=)>:schema.ovn_northbound.commands.LrRouteListCommand lrp_add(router,port,mac,networks,peer=,may_exist=,**)>:schema.ovn_northbound.commands.LrpAddCommand lrp_add_networks(port,networks,may_exist=)~ lrp_del(port,router=,if_exists=)>:schema.ovn_northbound.commands.LrpDelCommand lrp_del_gateway_chassis(port,gateway_chassis,if_exists=)~ lrp_del_ha_chassis_group(port,if_exists=)~ lrp_del_networks(port,networks,if_exists=)~ lrp_get(port)~ lrp_get_enabled(port)>:schema.ovn_northbound.commands.LrpGetEnabledCommand lrp_get_gateway_chassis(port)~ lrp_get_ha_chassis_group(port)~ lrp_get_options(port)~ lrp_list(router)>:schema.ovn_northbound.commands.LrpListCommand lrp_set_enabled(port,is_enabled)>:schema.ovn_northbound.commands.LrpSetEnabledCommand lrp_set_gateway_chassis(port,gateway_chassis,priority=)~ lrp_set_ha_chassis_group(port,ha_chassis_group)~ lrp_set_options(port,if_exists=,**)~ ls_add(switch=,may_exist=,**)>:schema.ovn_northbound.commands.LsAddCommand ls_add_dns_record(switch_uuid,dns_uuid)~ ls_clear_dns_records(switch_uuid)~ ls_del(switch,if_exists=)>:schema.ovn_northbound.commands.LsDelCommand ls_get(switch)>:schema.ovn_northbound.commands.LsGetCommand ls_get_localnet_ports(switch,if_exists=)~ ls_lb_add(switch,lb,may_exist=)>:schema.ovn_northbound.commands.LsLbAddCommand ls_lb_del(switch,lb=,if_exists=)>:schema.ovn_northbound.commands.LsLbDelCommand ls_lb_list(switch)>:schema.ovn_northbound.commands.LsLbListCommand ls_list()>:schema.ovn_northbound.commands.LsListCommand ls_remove_dns_record(switch_uuid,dns_uuid,if_exists=)~ ls_set_dns_records(switch_uuid,dns_uuids)~ lsp_add(switch,port,parent=,tag=,may_exist=,**|switch,port,parent_name=,tag=,may_exist=,**)>:schema.ovn_northbound.commands.LspAddCommand lsp_attach_mirror(port,mirror,may_exist=)~ lsp_del(port,switch=,if_exists=)>:schema.ovn_northbound.commands.LspDelCommand lsp_detach_mirror(port,mirror,if_exist=|port,mirror,if_exists=)~ lsp_get(port)>:schema.ovn_northbound.commands.LspGetCommand lsp_get_addresses(port)>:schema.ovn_northbound.commands.LspGetAddressesCommand lsp_get_dhcpv4_options(port)>:schema.ovn_northbound.commands.LspGetDhcpV4OptionsCommand lsp_get_enabled(port)>:schema.ovn_northbound.commands.LspGetEnabledCommand lsp_get_options(port)>:schema.ovn_northbound.commands.LspGetOptionsCommand lsp_get_parent(port)>:schema.ovn_northbound.commands.LspGetParentCommand lsp_get_port_security(port)>:schema.ovn_northbound.commands.LspGetPortSecurityCommand lsp_get_tag(port)>:schema.ovn_northbound.commands.LspGetTagCommand lsp_get_type(port)>:schema.ovn_northbound.commands.LspGetTypeCommand lsp_get_up(port)>:schema.ovn_northbound.commands.LspGetUpCommand lsp_list(switch=)>:schema.ovn_northbound.commands.LspListCommand lsp_set_addresses(port,addresses)>:schema.ovn_northbound.commands.LspSetAddressesCommand lsp_set_dhcpv4_options(port,dhcpopt_uuids)>:schema.ovn_northbound.commands.LspSetDhcpV4OptionsCommand lsp_set_enabled(port,is_enabled)>:schema.ovn_northbound.commands.LspSetEnabledCommand lsp_set_options(port,**)>:schema.ovn_northbound.commands.LspSetOptionsCommand lsp_set_port_security(port,addresses)>:schema.ovn_northbound.commands.LspSetPortSecurityCommand lsp_set_type(port,port_type)>:schema.ovn_northbound.commands.LspSetTypeCommand meter_add(name,unit,rate=,fair=,burst_size=,action=,may_exist=,**)~ meter_del(meter,if_exists=)~ meter_get(meter)~ meter_list()~ mirror_add(name,mirror_type,index,direction_filter,dest,external_ids=,may_exist=)~ mirror_del(mirror)~ mirror_get(uuid)~ 767 pg_acl_add(port_group,direction,priority,match,action,log=,may_exist=,severity=,name=,meter=,**)~ pg_acl_del(port_group,direction=,priority=,match=,if_exists=)~ pg_acl_list(port_group)~ pg_add(name,may_exist=,**|name=,may_exist=,**)~ pg_add_acls(pg_id,acl)~ pg_add_ports(pg_id,lsp)~ pg_del(name,if_exists=)~ pg_del_acls(pg_id,acl,if_exists=)~ pg_del_ports(pg_id,lsp,if_exists=)~ pg_get(pg)~ qos_add(switch,direction,priority,match,rate=,burst=,dscp=,external_ids_match=,may_exist=,**|switch,direction,priority,match,rate=,burst=,dscp=,may_exist=,**)~ qos_del(switch,direction=,priority=,match=,if_exists=)~ qos_del_ext_ids(lswitch_name,external_ids,if_exists=)~ qos_list(switch)~ 860
 ovsdbapp.schema.ovn_southbound.api
  API<:api.API chassis_add(chassis,encap_types,encap_ip,may_exist=,**)! chassis_del(chassis,if_exists=)! chassis_list()! lsp_bind(port,chassis,may_exist=)! lsp_unbind(port,if_exists=)!
 ovsdbapp.schema.ovn_southbound.commands
  ChassisAddCommand*<:backend.ovs_idl.command.AddCommand 856
  ChassisDelCommand*<:backend.ovs_idl.command.BaseCommand 856
  ChassisListCommand*<:backend.ovs_idl.command.ReadOnlyCommand,:backend.ovs_idl.command.BaseCommand 856
  LspBindCommand*<:backend.ovs_idl.command.BaseCommand 856
  LspUnbindCommand*<:backend.ovs_idl.command.BaseCommand 856
 ovsdbapp.schema.ovn_southbound.impl_idl
  OvnSbApiIdlImpl<:backend.ovs_idl.Backend,:schema.ovn_southbound.api.API chassis_add(chassis,encap_types,encap_ip,may_exist=,**)>:schema.ovn_southbound.commands.ChassisAddCommand chassis_del(chassis,if_exists=)>:schema.ovn_southbound.commands.ChassisDelCommand chassis_list()>:schema.ovn_southbound.commands.ChassisListCommand 718 lsp_bind(chassis,port,may_exist=|port,chassis,may_exist=)>:schema.ovn_southbound.commands.LspBindCommand lsp_unbind(port,if_exists=)>:schema.ovn_southbound.commands.LspUnbindCommand 767 860
pycadf args asctime color domain eventType exc_text excepthook locale msg msgid outcome override_time params project reason requestPath reraise version
 pycadf.attachment
  Attachment*<:cadftype.CADFAbstractType 684
 pycadf.audit.api
  ClientResource*<:resource.Resource
  KeystoneCredential*<:credential.Credential
  OpenStackAuditApi* append_audit_event(msg,req,correlation_id|req)! create_event(req,correlation_id)! gen_event(req,correlation_id)! mod_audit_event(msg,response,correlation_id|req,response)
  PycadfAuditApiConfigError*<Exception
  ServiceResource*<:resource.Resource
 pycadf.cadftype
  CADFAbstractType _isset as_dict() is_valid(value)!
  ValidatorDescriptor*
 pycadf.credential
  Credential*<:cadftype.CADFAbstractType 684
  FederatedCredential*<.Credential 684
 pycadf.endpoint
  Endpoint*<:cadftype.CADFAbstractType 684
 pycadf.event
  Event*<:cadftype.CADFAbstractType add_attachment(attachment_val) add_measurement(measure_val) add_reporterstep(step) add_tag(tag_val) 684
 pycadf.eventfactory
  EventFactory new_event(eventType=,**)
 pycadf.geolocation
  Geolocation*<:cadftype.CADFAbstractType 684 888
 pycadf.host
  Host*<:cadftype.CADFAbstractType 684
 pycadf.measurement
  Measurement*<:cadftype.CADFAbstractType 684
 pycadf.metric
  Metric*<:cadftype.CADFAbstractType 684 888
 pycadf.middleware.audit
  AuditMiddleware<:middleware.notifier.RequestNotifier cadf_audit 788 793
 pycadf.middleware.base
  Middleware 324 509 790 794
 pycadf.middleware.notifier
  RequestNotifier<:middleware.base.Middleware 490 509 ignore_req_list 745 788 793 878
 pycadf.path
  Path<:cadftype.CADFAbstractType is_valid(value) set_path_absolute()! set_path_relative()!
 pycadf.reason
  Reason*<:cadftype.CADFAbstractType 684
 pycadf.reporterstep
  Reporterstep*<:cadftype.CADFAbstractType 684
 pycadf.resource
  Resource*<:cadftype.CADFAbstractType add_address(addr)~ add_attachment(attach_val) 684
barbicanclient args asctime auth auth_required color domain epilog exc_text excepthook key_manager msg msgid override_time padding_width params project_access users
 barbicanclient.acls
  ACL* add_operation_acl(users=,project_access=,operation_type=,created=,updated=)! get(operation_type) get_acl_ref_from_entity_ref(entity_ref) identify_ref_type(entity_ref) load_acls_data() remove() submit() validate_input_ref()!
  ACLFormatter<:formatter.EntityFormatter 136 acl_ref 379 427 operation_type project_access 970 users
  ACLManager<:base.BaseEntityManager _validate_acl_ref acl_class_map create(entity_ref=,users=,project_access=,operation_type=) get(entity_ref)
  ContainerACL<.ACL _acl_type 212 acl_type 379
  SecretACL<.ACL _acl_type 212 acl_type 379
 barbicanclient.barbican
  Barbican* build_kwargs_based_on_version(args,api_version=)!~ build_option_parser(description,version,argparse_kwargs=) check_auth_arguments(args,api_version=,raise_exc=)!~ configure_logging()!~ create(args)~ create_client(args)!~ create_keystone_session(args,api_version,kwargs_dict,auth_type)!~ delete(args)~ execute(**)~ get(args)~ initialize_app(argv)~ list(args)~ prepare_to_run_command(cmd)~ run(argv)~ store(args)~ verify(args)~
 barbicanclient.barbican_cli.acls
  AddACLUsers*<.ArgMixin 589 931
  ArgMixin* add_per_acl_args(parser) add_ref_arg(parser) create_acl_entity_from_args(acl_manager,args) create_blank_acl_entity_from_uri(acl_manager,args)! get_acls_as_lister(acl_entity)
  DeleteACLs*<.ArgMixin 589 931
  GetACLs*<.ArgMixin 589 931
  RemoveACLUsers*<.ArgMixin 589 931
  SubmitACL*<.ArgMixin 589 931
 barbicanclient.barbican_cli.cas
  GetCA* 589 931
  ListCA* 589 931
 barbicanclient.barbican_cli.containers
  CreateContainer* 589 931
  DeleteContainer* 589 931
  GetContainer* 589 931
  ListContainer* 589 931
 barbicanclient.barbican_cli.orders
  CreateOrder* 589 931
  DeleteOrder* 589 931
  GetOrder* 589 931
  ListOrder* 589 931
 barbicanclient.barbican_cli.secrets
  DeleteSecret* 589 931
  GetSecret* 589 931
  ListSecret* 589 931
  StoreSecret* 589 931
  UpdateSecret* 589 931
 barbicanclient.base
  BaseEntityManager _api 116 _remove_empty_keys api entity total()
  ImmutableException<Exception
 barbicanclient.cas
  CA<.CAFormatter _api _ca_ref 92 93 97 116 _expiration _fill_from_data 124 204 _plugin_ca_id _plugin_name _status 274 ca_ref 427 462 500 740 plugin_ca_id plugin_name 913 970
  CAFormatter<:formatter.EntityFormatter 136 ca_ref 379 427 462 500 740 plugin_ca_id plugin_name 913 970
  CAManager<:base.BaseEntityManager get(ca_ref)>.CA list(limit=,offset=,name=)
 barbicanclient.client
  HTTPAuthError<.HTTPError
  HTTPClientError<.HTTPError
  HTTPError<Exception
  HTTPServerError<.HTTPError
 barbicanclient.common.auth
  AuthException<Exception 732
  AuthPluginBase 337 348
  KeystoneAuthPluginWrapper<keystoneclient.auth.base.BaseAuthPlugin barbican_auth_plugin 569 621
  KeystoneAuthV2<.AuthPluginBase _barbican_url _endpoint_type _keystone 254 337 348 933 934
  RackspaceAuthV2<.AuthPluginBase _api_key 67 68 _authenticate _authenticate_with_api_key _authenticate_with_password _barbican_url 216 278 337 348 933
 barbicanclient.containers
  CertificateContainer<.CertificateContainerFormatter,.Container _optional_secrets _required_secrets 271 add(name,sec)! certificate intermediates 784 785
  CertificateContainerFormatter<:formatter.EntityFormatter 136 137 138 271 certificate 379 392 393 427 intermediates 740 784 785 913
  Container<.ContainerFormatter _acl_manager _acls _api _cached_secrets _consumers 82 92 116 _fill_secrets_from_secret_refs _get_named_secret _get_secrets_and_store_them_if_necessary _initialize_secrets 204 _reload _secret_manager _secret_refs _status 271 274 acls add 392 393 427 436 740 remove secret_refs secrets 913 store 970
  ContainerFormatter<:formatter.EntityFormatter 136 271 379 392 393 427 740 secret_refs secrets 913
  ContainerManager<:base.BaseEntityManager _container_map _generate_typed_container _translate_secret_refs_from_json create(name=,secrets=)>.Container create_certificate(name=,certificate=,intermediates=,private_key=,private_key_passphrase=)>.CertificateContainer create_rsa(name=,public_key=,private_key=,private_key_passphrase=)>.RSAContainer delete(container_ref) get(container_ref) list(limit=,offset=,name=,type=) register_consumer(container_ref,name,url) remove_consumer(container_ref,name,url)
  RSAContainer<.RSAContainerFormatter,.Container _optional_secrets _required_secrets 271 add(name,sec)! 784 785 public_key
  RSAContainerFormatter<:formatter.EntityFormatter 136 137 138 271 379 392 393 427 740 784 785 public_key 913
 barbicanclient.exceptions
  BarbicanException<Exception
  HTTPAuthError<.HTTPError
  HTTPClientError<.HTTPError
  HTTPError<Exception 914
  HTTPServerError<.HTTPError
  PayloadException<.BarbicanException
  UnsupportedVersion<.BarbicanException
 barbicanclient.formatter
  EntityFormatter 136 _get_formatted_entity 137 138 _list_objects 379 944
 barbicanclient.keep
  Keep _add_create_args _add_delete_args _add_get_args _add_list_args _add_store_args _add_verify_args _get_main_parser _keystone 370 create(args) delete(args) execute(**) get(args) list(args) parser store(args) subparsers verify(args)
 barbicanclient.orders
  AsymmetricOrder<.Order,.AsymmetricOrderFormatter 82 271 393 pass_phrase
  AsymmetricOrderFormatter<:formatter.EntityFormatter 136 379 393 427 491 492 759 913
  CertificateOrder<.Order,.CertificateOrderFormatter 82 271 393
  CertificateOrderFormatter<:formatter.EntityFormatter 136 379 393 427 491 492 759 913
  KeyOrder<.Order,.KeyOrderFormatter _secret_ref 271 _validMeta mode 861
  KeyOrderFormatter<:formatter.EntityFormatter 136 379 427 491 492 759 861 913
  Order _api 92 93 116 _error_reason _error_status_code _meta _order_ref _status _sub_status _sub_status_message 271 274 318 349 427 436 491 492 500 740 759 773 861 913 submit 970
  OrderManager<:base.BaseEntityManager _create_typed_order _order_type_to_class_map create(name=,payload_content_type=,algorithm=,bit_length=,mode=,expiration=|type=,**)~ create_asymmetric(name=,algorithm=,bit_length=,pass_phrase=,payload_content_type=,expiration=)~ create_certificate(name=,request_type=,subject_dn=,source_container_ref=,ca_id=,profile=,request_data=)~ create_key(name=,algorithm=,bit_length=,mode=,payload_content_type=,expiration=)~ delete(order_ref) get(order_ref) 695
 barbicanclient.secrets
  Secret<.SecretFormatter _acl_manager _acls _algorithm _api 69 _content_types 92 93 116 _expiration _fetch_payload _fill_from_data 124 _mode 204 _payload _payload_content_encoding _payload_content_type _secret_ref _secret_type _status 274 acls 318 349 content_types 427 436 500 mode 740 772 payload_content_encoding 773 861 secret_type 913 store update()~ 970
  SecretFormatter<:formatter.EntityFormatter 136 318 349 379 content_types 427 500 mode 740 861 secret_type 913
  SecretManager<:base.BaseEntityManager create(name=,payload=,payload_content_type=,payload_content_encoding=,algorithm=,bit_length=,secret_type=,mode=,expiration=|name=,payload=,payload_content_type=,payload_content_encoding=,algorithm=,bit_length=,mode=,expiration=)~ decrypt(secret_ref,content_type=)~ delete(secret_ref) get(secret_ref,payload_content_type=)!>.Secret list(limit=,offset=,name=,algorithm=,mode=,bits=,secret_type=,created=,updated=,expiration=,sort=) store(name=,payload=,payload_content_type=,payload_content_encoding=,algorithm=,bit_length=,mode=,expiration=)~ update(secret_ref,payload=)~
 barbicanclient.verifications
  Verification 427 491 492 impersonation_allowed is_verified resource_action resource_ref resource_type 913 970 verif_ref
  VerificationManager<:base.BaseEntityManager create(resource_type=,resource_ref=,resource_action=,impersonation_allowed=) delete(verification_ref) get(verification_ref)>.Verification 695
cinderclient align aligns args arguments cached_endpoint domain exclusive_args locale msg msgid params parse_qsl resource_manager_kwargs_hooks service_type unauthenticated versioned
 cinderclient.api_versions
  APIVersion get_major_version() get_string()! is_latest()! is_null()! matches(min_version,max_version=) ver_major ver_minor
  VersionedMethod end_version func 740 start_version
 cinderclient.apiclient.base
  HookableMixin 164 300 855
  RequestIdMixin 63 323 835 setup() 999
  Resource*<.RequestIdMixin 525 681 896 944
 cinderclient.auth_plugin
  BaseAuthPlugin add_opts(parser) 336 342 get_auth_url() opts 768
  DeprecatedAuthPlugin _load_endpoints 336 authenticate get_auth_url opts 768
 cinderclient.base Resource=:apiclient.base.Resource,.Resource,:openstack.common.apiclient.base.Resource
  Manager*<:apiclient.base.HookableMixin,:utils.HookableMixin,:openstack.common.apiclient.base.HookableMixin completion_cache(cache_type,obj_class,mode)! write_to_completion_cache(cache_type,val)
  ManagerWithFind<.Manager 515 516 list()!
  Resource* 525 681 896
 cinderclient.client
  HTTPClient* 341 440 527 get_volume_api_version_from_endpoint()~ http_log(args,kwargs,resp,body)! 655 http_log_resp(resp)!~ 777 804 833 898
  SessionClient<keystoneauth1.adapter.LegacyJsonAdapter,keystoneclient.adapter.LegacyJsonAdapter _cs_request _cs_request_base_url _get_base_url _get_endpoint _get_token _invalidate 192 321 334 authenticate(auth=) create_update_with_base_url(url,**)~ 440 delete_with_base_url(url,**)~ 527 567 get_project_id get_token get_volume_api_version_from_endpoint() get_with_base_url(url,**)~ 639 http_log_debug 670 invalidate 777 804 810 833 retries 877 878 880 882 987
 cinderclient.exceptions
  AmbiguousEndpoints<Exception 487
  AuthSystemNotFound<Exception 336
  AuthorizationFailure<Exception
  BadRequest<.ClientException 658 732
  ClientException<Exception 376 469 732 834
  CommandError<Exception
  ConnectionError<Exception
  EndpointNotFound<Exception
  Forbidden<.ClientException 658 732
  HTTPNotImplemented<.ClientException 658 732
  InvalidAPIVersion<Exception
  NoTokenLookupException<Exception
  NoUniqueMatch<Exception
  NotAcceptable<.ClientException 658 732
  NotFound<.ClientException 658 732
  OverLimit<.ClientException _get_rate_limit 658 732 847
  ResourceInErrorState<Exception 732
  TimeoutException<Exception 732
  Unauthorized<.ClientException 658 732
  UnsupportedAttribute<AttributeError 732
  UnsupportedVersion<Exception
  VersionNotFoundForAPIMethod<Exception 735 739 987
 cinderclient.extension
  Extension<:apiclient.base.HookableMixin,:utils.HookableMixin,:openstack.common.apiclient.base.HookableMixin 44 213 725 module 740
 cinderclient.openstack.common.apiclient.base
  HookableMixin 164 300 855
  RequestIdMixin 63 323 835 setup() 999
  Resource*<.RequestIdMixin 525 681 896 944
 cinderclient.service_catalog
  ServiceCatalog 359 619 973
 cinderclient.utils
  HookableMixin 164 300 855
glanceclient align aligns args ca_certs cached_endpoint cert content domain getsockopt insecure json max_width msg msgid params parse_qsl require_authentication status_code verify
 glanceclient.common.base Manager=.Manager,:openstack.common.apiclient.base.ManagerWithFind 43
  Manager 95 _list _update api 840
  Resource* 525 681 896 944
 glanceclient.common.exceptions BadRequest=:exc.BadRequest,.BadRequest ClientException=:exc.ClientException,.ClientException CommandError=:exc.CommandError,.CommandError Conflict=:exc.Conflict,.Conflict EndpointNotFound=:exc.EndpointNotFound,.EndpointNotFound Forbidden=:exc.Forbidden,.Forbidden HTTPNotImplemented=:exc.HTTPNotImplemented,.HTTPNotImplemented NoTokenLookupException=:exc.NoTokenLookupException,.NoTokenLookupException NotFound=:exc.NotFound,.NotFound OverLimit=:exc.OverLimit,.OverLimit SchemaNotFound=:exc.SchemaNotFound,.SchemaNotFound Unauthorized=:exc.Unauthorized,.Unauthorized
  AuthorizationFailure<Exception
  BadRequest<:exc.ClientException,.ClientException 658 732
  ClientException<Exception 376 469 732
  CommandError<Exception
  Conflict<:exc.ClientException,.ClientException 658 732
  EndpointNotFound<Exception
  Forbidden<:exc.ClientException,.ClientException 658 732
  HTTPNotImplemented<:exc.ClientException,.ClientException 658 732
  NoTokenLookupException<Exception
  NotFound<:exc.ClientException,.ClientException 658 732
  OverLimit<:exc.ClientException,.ClientException 658 732
  SchemaNotFound<KeyError
  Unauthorized<:exc.ClientException,.ClientException 658 732
 glanceclient.common.http
  HTTPClient*<._BaseHTTPClient client_request(method,url,**)!~ 441 encode_headers(headers)!~ 528 get_connection()!~ get_connection_class(scheme)!~ get_connection_kwargs(scheme,**)!~ 554 649 http_log(args,kwargs,resp,body|args,kwargs,resp)!~ json_request(method,url,**)!~ log_curl_request(method,url,headers,data,kwargs|method,url,kwargs)!~ log_http_response(resp,body=)!~ parse_endpoint(endpoint)!~ 771 778 805 raw_request(method,url,**)!~
  OpenSSLConnectionDelegator* 719
  ResponseBodyIterator _checksum _end_reached _resp _size next()! resp set_checksum(checksum)
  SessionClient<keystoneauth1.adapter.Adapter,._BaseHTTPClient,keystoneclient.adapter.Adapter 567 639 last_request_id request(url,method,**)
  VerifiedHTTPSConnection* close()~ 385 get_system_ca_file()!~ 653 setcontext()!~ verify_callback(connection,x509,errnum,depth,preverify_ok|connection,x509,errnum,errdepth,preverify_ok)~
  _BaseHTTPClient _chunk_body _handle_response _set_common_request_kwargs
 glanceclient.common.https
  HTTPSAdapter* cert_verify(conn,url,verify,cert) get_connection(url,proxies=)~ request_url(request,proxies)~
  HTTPSConnectionPool*
  OpenSSLConnectionDelegator* 719
  VerifiedHTTPSConnection* 385 653 set_context()! verify_callback(connection,x509,errnum,depth,preverify_ok)~
 glanceclient.common.progressbar
  VerboseFileWrapper<._ProgressBarBase read(*,**)
  VerboseIteratorWrapper<._ProgressBarBase next()
  _ProgressBarBase*
 glanceclient.common.utils
  GeneratorProxy* next()
  IterableWithLength iterable length next()
  RequestIdProxy* next()~
 glanceclient.exc
  BadRequest<.HTTPException,.ClientException 376 658 732
  BaseException<Exception 732
  ClientException<Exception 376 469 732
  CommandError<.BaseException,Exception
  CommunicationError<.BaseException
  Conflict<.HTTPException,.ClientException 376 658 732
  EndpointNotFound<Exception
  Forbidden<.HTTPException,.ClientException 376 658 732
  HTTPBadGateway<.HTTPException 376
  HTTPBadRequest<.BadRequest
  HTTPConflict<.Conflict
  HTTPException<.ClientException 376 469
  HTTPForbidden<.Forbidden
  HTTPInternalServerError<.HTTPException 376
  HTTPMethodNotAllowed<.HTTPException 376
  HTTPMultipleChoices<.HTTPException 376 469
  HTTPNotFound<.NotFound
  HTTPNotImplemented<.HTTPException,.ClientException 376 658 732
  HTTPOverLimit<.OverLimit
  HTTPServiceUnavailable<.ServiceUnavailable
  HTTPUnauthorized<.Unauthorized
  InternalServerError<.ClientException 658 732
  InvalidEndpoint<.BaseException,ValueError
  NoTokenLookupException<Exception
  NotFound<.HTTPException,.ClientException 376 658 732
  OverLimit<.HTTPException,.ClientException 376 658 732
  SSLCertificateError<.BaseException
  SSLConfigurationError<.BaseException
  SchemaNotFound<KeyError
  ServiceUnavailable<.HTTPException,.ClientException 376 658 732
  Unauthorized<.HTTPException,.ClientException 376 658 732
 glanceclient.openstack.common.apiclient.base
  BaseManager<.HookableMixin 95 _get _head _list _patch _post _put 370 840
  HookableMixin 164 300 855
  ManagerWithFind<.BaseManager 515 516 list()!
  Resource* 525 681 896 944
heatclient align args arguments cached_endpoint domain event_time locale msg msgid override_time params parse_qsl resource_status service_type stack_name unauthenticated
 heatclient.common.base
  BaseManager<.HookableMixin 95 _get _head _list _patch _post _put 370 840
  CrudManager<.BaseManager _filter_kwargs build_url(base_url=,**)! collection_key create(**) delete(**) find(base_url=,**) get(**) head(**) key list(base_url=,**) put(base_url=,**) update(**)
  Extension<.HookableMixin 44 213 725 module 740
  HookableMixin 164 300 855
  Manager 95 _list _update api 840
  ManagerWithFind<.BaseManager 515 516 list()!
  Resource* 525 681 is_same_obj(other) 896 944
 heatclient.common.format_utils
  JsonFormat<.RawFormat 522
  RawFormat* produce_output(parsed_args,column_names,data)
  ShellFormat<.RawFormat 522
  ValueFormat<.RawFormat 522
  YamlFormat<.RawFormat 522
 heatclient.common.http
  HTTPClient* client_request(method,url,**)! credentials_headers()! 440 527 get_connection()! get_connection_params(endpoint,**)! 648 json_request(method,url,**)! 715 716 770 777 804 raw_request(method,url,**)! safe_header(name,value)! strip_endpoint(location)!
  ResponseBodyIterator next()! resp
  SessionClient<keystoneauth1.adapter.LegacyJsonAdapter,.HTTPClient,keystoneclient.adapter.LegacyJsonAdapter 165 334 338 credentials_headers()~ 485 486 include_pass 670 769 810 832 880 882 strip_endpoint(location)!~ 980
  VerifiedHTTPSConnection* 385 617
 heatclient.common.resource_formatter
  ResourceDotFormatter* add_argument_group(parser)! emit_list(column_names,data,stdout,parsed_args)
  ResourceDotInfo dot_id(url,prefix=)! nested_dot_id res_dot_id resource stack_dot_id
  ResourceDotWriter nested_stack_ids resources_by_dot_id resources_by_stack stdout write() write_nested_stack_edges()! write_nodes(resources,indent)! write_required_by_edges()! write_root_nodes()! write_subgraph(resources,nested_resource)! write_subgraphs()!
 heatclient.common.utils
  EventLogContext build_resource_name(event) id_to_res_info prepend_paths(resource_path,stack_id)!
 heatclient.exc
  BadRequest<.HTTPException 376
  BaseException<Exception 732
  ClientException<Exception
  CommandError<.BaseException
  CommunicationError<.BaseException
  Conflict<.HTTPException 376
  EndpointNotFound<Exception
  Forbidden<.HTTPException 376
  HTTPBadGateway<.HTTPException 376
  HTTPBadRequest<.BadRequest
  HTTPConflict<.Conflict
  HTTPException<.BaseException,.ClientException 376 469 error
  HTTPForbidden<.Forbidden
  HTTPInternalServerError<.HTTPException 376
  HTTPMethodNotAllowed<.HTTPException 376
  HTTPMultipleChoices<.HTTPException 376 469
  HTTPNotFound<.NotFound
  HTTPNotImplemented<.HTTPException 376
  HTTPOverLimit<.OverLimit
  HTTPServiceUnavailable<.ServiceUnavailable
  HTTPUnauthorized<.Unauthorized
  HTTPUnsupported<.HTTPException 376
  InvalidEndpoint<.BaseException
  NoTokenLookupException<Exception
  NoUniqueMatch<.HTTPException
  NotFound<.HTTPException 376
  OverLimit<.HTTPException 376
  ServiceUnavailable<.HTTPException 376
  StackFailure<Exception
  Unauthorized<.HTTPException 376
ironicclient align api_version_select_state args arguments cached_endpoint cert conflict_max_retries conflict_retry_interval domain headers json msg msgid name os_ironic_api_version params service_type status_code text unauthenticated verify
 ironicclient.common.apiclient.base
  Resource* 525 681 896 944
 ironicclient.common.apiclient.exceptions
  BadRequest<.HTTPClientError 658 732
  ClientException<Exception
  CommandError<.ClientException
  Conflict<.HTTPClientError 658 732
  EndpointException<.ClientException
  EndpointNotFound<.EndpointException
  Forbidden<.HTTPClientError 658 732
  HTTPClientError<.HttpError 732
  HttpError<.ClientException 469 658 732 735 834 841 971
  HttpServerError<.HttpError 732
  NotFound<.HTTPClientError 658 732
  ServiceUnavailable<.HttpServerError 658 732
  Unauthorized<.HTTPClientError 658 732
 ironicclient.common.base
  CreateManager<.Manager _creation_attributes create(os_ironic_api_version=,global_request_id=,**)
  Manager _create 95 _format_body_data _get _get_as_dict _list _list_pagination _list_primitives _path _resource_name _update api 370 840
  Resource*<:common.apiclient.base.Resource,:openstack.common.apiclient.base.Resource get()!~ is_loaded()!~ set_loaded(val)!~ 944
 ironicclient.common.cliutils
  MissingArgs<Exception missing
 ironicclient.common.http
  HTTPClient<.VersionNegotiationMixin _extract_error_json 165 _make_connection_url 193 215 219 322 335 337 383 384 connection_params 485 endpoint_trimmed get_connection()!~ 554 689 715 716 765 807 882
  ResponseBodyIterator next()! resp
  SessionClient<.VersionNegotiationMixin,keystoneauth1.adapter.LegacyJsonAdapter,keystoneclient.adapter.LegacyJsonAdapter _first_negotiation_lock _get_endpoint_filter 165 193 215 314 322 334 383 384 485 486 endpoint_trimmed 567 639 670 689 765 807 810 880 882
  VerifiedHTTPSConnection* 385 617
  VersionNegotiationMixin _generic_parse_version_headers 193 _must_negotiate_version 215 322 485 negotiate_version(conn,resp) 765
 ironicclient.common.utils
  HashColumn* human_readable()
  HelpFormatter* start_section(heading)
  ListCommandArgs*
 ironicclient.exc AmbigiousAuthSystem=.AmbiguousAuthSystem,.AmbigiousAuthSystem BadRequest=:common.apiclient.exceptions.BadRequest,.BadRequest,:openstack.common.apiclient.exceptions.BadRequest ClientException=:common.apiclient.exceptions.ClientException,.ClientException,:openstack.common.apiclient.exceptions.ClientException CommandError=:common.apiclient.exceptions.CommandError,.CommandError,:openstack.common.apiclient.exceptions.CommandError Conflict=:common.apiclient.exceptions.Conflict,.Conflict,:openstack.common.apiclient.exceptions.Conflict EndpointNotFound=:common.apiclient.exceptions.EndpointNotFound,.EndpointNotFound,:openstack.common.apiclient.exceptions.EndpointNotFound Forbidden=:common.apiclient.exceptions.Forbidden,.Forbidden,:openstack.common.apiclient.exceptions.Forbidden NotFound=:common.apiclient.exceptions.NotFound,.NotFound,:openstack.common.apiclient.exceptions.NotFound ServiceUnavailable=:common.apiclient.exceptions.ServiceUnavailable,.ServiceUnavailable,:openstack.common.apiclient.exceptions.ServiceUnavailable Unauthorized=:common.apiclient.exceptions.Unauthorized,.Unauthorized,:openstack.common.apiclient.exceptions.Unauthorized
  AmbigiousAuthSystem*<.BaseException
  AmbiguousAuthSystem*<:common.apiclient.exceptions.ClientException
  BadRequest<.HTTPException 376
  BaseException<Exception 732
  ClientException<Exception
  CommandError<.BaseException
  Conflict<.HTTPException 376
  EndpointNotFound<Exception
  Forbidden<.HTTPException 376
  HTTPBadGateway<.HTTPException 376
  HTTPConflict<:common.apiclient.exceptions.Conflict,.Conflict,:openstack.common.apiclient.exceptions.Conflict
  HTTPException<:common.apiclient.exceptions.ClientException,.ClientException,:openstack.common.apiclient.exceptions.ClientException 376 469 server_traceback
  HTTPForbidden<:common.apiclient.exceptions.Forbidden,.Forbidden,:openstack.common.apiclient.exceptions.Forbidden
  HTTPMethodNotAllowed<.HTTPException 376
  HTTPMultipleChoices<.HTTPException 376 469
  HTTPNotImplemented<.HTTPException 376
  HTTPOverLimit<.OverLimit
  HTTPUnauthorized<:common.apiclient.exceptions.Unauthorized,.Unauthorized,:openstack.common.apiclient.exceptions.Unauthorized
  InvalidAttribute*<:common.apiclient.exceptions.ClientException,.ClientException,:openstack.common.apiclient.exceptions.ClientException
  NoTokenLookupException<Exception
  NotFound<.HTTPException 376
  OverLimit<.HTTPException 376
  ServiceUnavailable<.HTTPException 376
  StateTransitionFailed*<:common.apiclient.exceptions.ClientException
  StateTransitionTimeout*<:common.apiclient.exceptions.ClientException
  Unauthorized<.HTTPException 376
 ironicclient.openstack.common.apiclient.base
  Resource* 525 681 896 944
 ironicclient.openstack.common.apiclient.exceptions
  BadRequest<.HTTPClientError 658 732
  ClientException<Exception
  CommandError<.ClientException
  Conflict<.HTTPClientError 658 732
  EndpointException<.ClientException
  EndpointNotFound<.EndpointException
  Forbidden<.HTTPClientError 658 732
  HTTPClientError<.HttpError 732
  HttpError<.ClientException 469 658 732 735 834 841 971
  HttpServerError<.HttpError 732
  NotFound<.HTTPClientError 658 732
  ServiceUnavailable<.HttpServerError 658 732
  Unauthorized<.HTTPClientError 658 732
keystoneclient aligns args auth auth_token body cached_endpoint data domain history include_metadata locale msg msgid output override_time params parse_qsl status unauthenticated
 keystoneclient._discover
  Discover CURRENT_STATUSES 9 13 94 data_for(version,**)! 808 url_for(version,**) version_data(**)!
 keystoneclient.access
  AccessInfo* factory(resp=,body=,region_name=,auth_token=,**)~ is_valid(body,**)!~ will_expire_soon(stale_duration=)~
  AccessInfoV2<.AccessInfo 332 333 337 338 478 479 480 501 646 679 is_valid(body,**) 687 724 752 753 796 797 798 800 801 850 851 scoped 877 950 951 952 953 update 977 978 979 980
  AccessInfoV3<.AccessInfo 332 333 337 338 478 479 480 501 646 679 is_valid(body,**) 687 724 752 753 796 797 798 800 801 850 851 scoped 877 950 951 952 953 update 977 978 979 980
 keystoneclient.adapter
  Adapter 256 334 386 440 486 527 568 595 620 628 648 670 invalidate(auth=) 717 770 777 804 810 831 878 880 882 976 987
  LegacyJsonAdapter<.Adapter request(*,**)
 keystoneclient.apiclient.exceptions
  AmbiguousEndpoints<.EndpointException 487
  AuthPluginOptionsMissing<.AuthorizationFailure opt_names
  AuthSystemNotFound<.AuthorizationFailure 336
  AuthorizationFailure<.ClientException
  ClientException<Exception
  CommandError<.ClientException
  EndpointException<.ClientException
  NoUniqueMatch<.ClientException
  UnsupportedVersion<.ClientException
  ValidationError<.ClientException
 keystoneclient.auth 2
 keystoneclient.auth.base
  BaseAuthPlugin 555 get_endpoint(session,**)! 577 588 596 622 629 673 705 709 711 712 811 813
 keystoneclient.auth.identity 5 31 47
 keystoneclient.auth.identity.access
  AccessInfoPlugin<:auth.identity.base.BaseIdentityPlugin 335 541 673
 keystoneclient.auth.identity.base
  BaseIdentityPlugin<:auth.base.BaseAuthPlugin 21 114 191 205 216 268 269 278 335 338 get_access(session,**)!~ 542 get_discovery(session,url,authenticated=)!~ get_endpoint(session,service_type=,interface=,region_name=,service_name=,version=,**)~ get_options()~ 597 621 630 invalidate()~ 769 809 946 950 980
 keystoneclient.auth.identity.generic 4 31 47
 keystoneclient.auth.identity.generic.base
  BaseGenericPlugin<:auth.identity.base.BaseIdentityPlugin 109 110 111 162 _plugin 221 222 223 224 269 _v2_params _v3_params 417 541 588 950
 keystoneclient.auth.identity.generic.cli
  DefaultCLI<:auth.identity.generic.password.Password _endpoint 268 get_endpoint(*,**) 588 get_token(*,**) 704
 keystoneclient.auth.identity.generic.password
  Password<:auth.identity.generic.base.BaseGenericPlugin 216 275 276 277 278 416 588 706
 keystoneclient.auth.identity.generic.token
  Token<:auth.identity.generic.base.BaseGenericPlugin 268 416 588
 keystoneclient.auth.token_endpoint
  Token<:auth.base.BaseAuthPlugin 485 570 get_options()~ get_token(session) 946
 keystoneclient.base
  CrudManager<.Manager _build_query _filter_kwargs base_url build_key_only_query(params_list)~ build_url(base_url=,**|dict_args_in_out=)! collection_key create delete find get head key list put update
  KeystoneReturnedList* sort(*,**)
  Manager _create 95 _get _head _list _patch _post _prepare_return_value _put _update api 370 840
  ManagerWithFind<.Manager 515 516 list()!~
  Resource*<:openstack.common.apiclient.base.Resource 436 get()!~ is_loaded()!~ set_loaded(val)!~ to_dict()~
  Response data 835
  TruncatedList*
 keystoneclient.baseclient
  Client 440 527 648 770 777 804 831 882
 keystoneclient.client HTTPClient=.HTTPClient,:httpclient.HTTPClient
  HTTPClient*<:httpclient.HTTPClient authenticate(username=,password=,tenant_name=,tenant_id=,auth_url=,token=,user_id=,domain_name=,domain_id=,project_name=,project_id=,user_domain_id=,user_domain_name=,project_domain_id=,project_domain_name=)!~ 441 528 get_auth_ref_from_keyring(auth_url,username,tenant_name,tenant_id,token|**)!~ get_raw_token_from_identity_service(auth_url,username=,password=,tenant_name=,tenant_id=,token=,user_id=,user_domain_id=,user_domain_name=,domain_id=,domain_name=,project_id=,project_name=,project_domain_id=,project_domain_name=)!~ 649 654 655 656 771 778 process_token()!~ 805 832 serialize(entity)!~ store_auth_ref_into_keyring(keyring_key)!~
 keystoneclient.common.cms
  OpensslCmsExitStatus COMMAND_OPTIONS_PARSING_ERROR CREATE_CMS_READ_MIME_ERROR INPUT_FILE_READ_ERROR SUCCESS
 keystoneclient.discover
  Discover<:_discover.Discover _available_clients _available_versions _calculate_version _client_kwargs 85 _get_client_constructor_kwargs _get_factory_from_response_entry _use_endpoint available_versions(**|unstable=)! create_client(version=,unstable=,**) raw_version_data(unstable=,**)!
 keystoneclient.exceptions AmbiguousEndpoints=.AmbiguousEndpoints,:apiclient.exceptions.AmbiguousEndpoints,:openstack.common.apiclient.exceptions.AmbiguousEndpoints AuthPluginOptionsMissing=.AuthPluginOptionsMissing,:apiclient.exceptions.AuthPluginOptionsMissing,:openstack.common.apiclient.exceptions.AuthPluginOptionsMissing AuthSystemNotFound=.AuthSystemNotFound,:apiclient.exceptions.AuthSystemNotFound,:openstack.common.apiclient.exceptions.AuthSystemNotFound CommandError=.CommandError,:apiclient.exceptions.CommandError,:openstack.common.apiclient.exceptions.CommandError HTTPRedirection=.HTTPRedirection,:openstack.common.apiclient.exceptions.HTTPRedirection MultipleChoices=.MultipleChoices,:openstack.common.apiclient.exceptions.MultipleChoices NoUniqueMatch=.NoUniqueMatch,:apiclient.exceptions.NoUniqueMatch,:openstack.common.apiclient.exceptions.NoUniqueMatch UnsupportedVersion=.UnsupportedVersion,:apiclient.exceptions.UnsupportedVersion,:openstack.common.apiclient.exceptions.UnsupportedVersion ValidationError=.ValidationError,:apiclient.exceptions.ValidationError,:openstack.common.apiclient.exceptions.ValidationError
  AmbiguousEndpoints<keystoneauth1.exceptions.CatalogException,:apiclient.exceptions.EndpointException,:openstack.common.apiclient.exceptions.EndpointException,.EndpointException 487
  AuthPluginOptionsMissing<keystoneauth1.exceptions.AuthorizationFailure,.AuthorizationFailure,:apiclient.exceptions.AuthorizationFailure,:openstack.common.apiclient.exceptions.AuthorizationFailure opt_names
  AuthSystemNotFound<keystoneauth1.exceptions.AuthorizationFailure,.AuthorizationFailure,:apiclient.exceptions.AuthorizationFailure,:openstack.common.apiclient.exceptions.AuthorizationFailure 336
  AuthorizationFailure<Exception,keystoneauth1.exceptions.ClientException,.ClientException,:apiclient.exceptions.ClientException,:openstack.common.apiclient.exceptions.ClientException
  CMSError<Exception output
  CertificateConfigError<Exception output
  ClientException<Exception 376 469 732
  CommandError<keystoneauth1.exceptions.ClientException,.ClientException,:apiclient.exceptions.ClientException,:openstack.common.apiclient.exceptions.ClientException,Exception
  EndpointException<keystoneauth1.exceptions.ClientException,.ClientException,:apiclient.exceptions.ClientException,:openstack.common.apiclient.exceptions.ClientException
  HTTPRedirection<keystoneauth1.exceptions.HttpError,:openstack.common.apiclient.exceptions.HttpError,.HttpError 732
  HttpError<keystoneauth1.exceptions.ClientException,.ClientException,:apiclient.exceptions.ClientException,:openstack.common.apiclient.exceptions.ClientException 469 658 732 735 834 841 971
  InvalidResponse*<keystoneauth1.exceptions.ClientException,.ClientException,:apiclient.exceptions.ClientException,:openstack.common.apiclient.exceptions.ClientException
  MethodNotImplemented*<keystoneauth1.exceptions.ClientException,.ClientException,:apiclient.exceptions.ClientException,:openstack.common.apiclient.exceptions.ClientException
  MultipleChoices<.HTTPRedirection,:openstack.common.apiclient.exceptions.HTTPRedirection 658 732
  NoTokenLookupException<Exception
  NoUniqueMatch<keystoneauth1.exceptions.ClientException,.ClientException,:apiclient.exceptions.ClientException,:openstack.common.apiclient.exceptions.ClientException,Exception
  OverLimit<keystoneauth1.exceptions.ClientException,.ClientException,:apiclient.exceptions.ClientException,:openstack.common.apiclient.exceptions.ClientException 658 732
  UnsupportedParameters<keystoneauth1.exceptions.ClientException,.ClientException,:apiclient.exceptions.ClientException,:openstack.common.apiclient.exceptions.ClientException names
  UnsupportedVersion<keystoneauth1.exceptions.ClientException,.ClientException,:apiclient.exceptions.ClientException,:openstack.common.apiclient.exceptions.ClientException
  ValidationError<keystoneauth1.exceptions.ClientException,.ClientException,:apiclient.exceptions.ClientException,:openstack.common.apiclient.exceptions.ClientException,Exception
 keystoneclient.fixture 11
 keystoneclient.fixture.discovery
  DiscoveryBase* 301 303
 keystoneclient.generic.client
  Client<:httpclient.HTTPClient,:client.HTTPClient _check_keystone_extensions _check_keystone_versions _get_extension_info _get_version_info _local_keystone_exists discover(url=) discover_extensions(url=) 485
 keystoneclient.httpclient
  HTTPClient*<:baseclient.Client,:auth.base.BaseAuthPlugin authenticate(username=,password=,tenant_name=,tenant_id=,auth_url=,token=,user_id=,domain_name=,domain_id=,project_name=,project_id=,user_domain_id=,user_domain_name=,project_domain_id=,project_domain_name=,trust_id=,region_name=)! 440 527 get_auth_ref_from_keyring(**)! get_endpoint(session,interface=,**)~ 597 get_raw_token_from_identity_service(auth_url,username=,password=,tenant_name=,tenant_id=,token=,user_id=,user_domain_id=,user_domain_name=,domain_id=,domain_name=,project_id=,project_name=,project_domain_id=,project_domain_name=,trust_id=)! 621 630 648 770 777 process_token(region_name=)! 804 request(url,method,body=,**|*,**)! serialize(entity)! store_auth_ref_into_keyring(keyring_key)!
 keystoneclient.openstack.common.apiclient.base
  Resource* 525 896 944
 keystoneclient.openstack.common.apiclient.exceptions
  AmbiguousEndpoints<.EndpointException 487
  AuthPluginOptionsMissing<.AuthorizationFailure opt_names
  AuthSystemNotFound<.AuthorizationFailure 336
  AuthorizationFailure<.ClientException
  ClientException<Exception
  CommandError<.ClientException
  EndpointException<.ClientException
  HTTPRedirection<.HttpError 732
  HttpError<.ClientException 469 658 732 735 834 841 971
  MultipleChoices<.HTTPRedirection 658 732
  NoUniqueMatch<.ClientException
  UnsupportedVersion<.ClientException
  ValidationError<.ClientException
 keystoneclient.service_catalog
  ServiceCatalog 135 151 178 206 _region_name 359 factory(resource_dict,token=,region_name=) get_data()! get_endpoints(service_type=,endpoint_type=,region_name=,service_name=)! get_token()! get_urls(attr=,filter_value=,service_type=,endpoint_type=,region_name=,service_name=)! 810 url_for(attr=,filter_value=,service_type=,endpoint_type=,region_name=,service_name=)!
  ServiceCatalogV2<.ServiceCatalog 178 206 359 get_data()!~ 571 619 625 685 810 972
  ServiceCatalogV3<.ServiceCatalog 67 178 206 359 get_data()!~ 571 619 625 685 810 972
 keystoneclient.session
  Session DEFAULT_REDIRECT_LIMIT REDIRECT_STATUSES 55 _REDIRECT_STATUSES _auth_required _construct _http_log_request _http_log_response _make 219 248 334 cert construct(kwargs) 440 527 535 540 552 get_endpoint(auth=,**)! 595 get_token(auth=)! 628 648 invalidate(auth=)! 707 710 original_ip 770 777 process_header(header) 804 redirect 812 814 request(url,method,json=,original_ip=,user_agent=,redirect=,authenticated=,endpoint_filter=,auth=,requests_auth=,raise_exc=,allow_reauth=,log=,endpoint_override=,connect_retries=,logger=,**)! 882 941 976 verify
  TCPKeepAliveAdapter* 663
neutronclient args domain func_name locale msg msgid override_time params parse_qsl prog text
 neutronclient.client
  AbstractHTTPClient CONTENT_TYPE USER_AGENT 233 do_request(url,method,**)! request(url,method,body=,content_type=,headers=,**)
  HTTPClient*<.NeutronClientMixin,.AbstractHTTPClient 341 authenticate_and_fetch_endpoint_url()! 476 get_auth_info() get_auth_ref()~ get_status_code(response)!~ request(url,method,body=,headers=,**)!~
  NeutronClientMixin USER_AGENT
  ServiceCatalog 359 619 url_for(attr=,filter_value=,service_type=,endpoint_type=)
  SessionClient<keystoneauth1.adapter.Adapter,.NeutronClientMixin,.AbstractHTTPClient,keystoneclient.adapter.Adapter _check_uri_length 233 334 337 341 authenticate_and_fetch_endpoint_url()~ 476 endpoint_url get_auth_info() get_auth_ref()~ 567 get_token 639 670 810 request(url,method,**|*,**)!~ 880 882
 neutronclient.cliff_sphinxext
  AutoprogramCliffDirective* 853
  CliffAppDirective* 853
 neutronclient.common.clientmanager
  ClientCache _handle factory
  ClientManager _api_version _auth _auth_strategy 68 _ca_cert _endpoint_type _insecure _log_credentials 216 223 224 _raise_errors _region_name _retries 251 _service_name 254 255 _tenant_id _tenant_name _timeout 268 _url 277 278 initialize() neutron quantum
 neutronclient.common.command
  OpenStackCommand* get_data(parsed_args)! run(parsed_args) take_action(parsed_args)
 neutronclient.common.exceptions
  AlreadyAttachedClient<.NeutronClientException,.Conflict
  AmbiguousEndpoints<.NeutronClientException 732
  BadInputError<Exception
  BadRequest<.NeutronClientException 914
  CommandError<.NeutronCLIError,Exception
  Conflict<.NeutronClientException 914
  ConnectionFailed<.NeutronClientException 732
  EndpointNotFound<.NeutronClientException 732
  EndpointTypeNotFound<.NeutronClientException 732
  Error<Exception
  ExternalIpAddressExhaustedClient<.BadRequest,.NeutronClientException
  Forbidden<.NeutronClientException 732 914
  HostNotCompatibleWithFixedIpsClient<.Conflict
  InternalServerError<.NeutronClientException 914
  Invalid<.Error
  InvalidContentType<.NeutronClientException,.Invalid 732
  InvalidIpForNetworkClient<.BadRequest
  InvalidIpForSubnetClient<.BadRequest
  IpAddressAlreadyAllocatedClient<.Conflict
  IpAddressGenerationFailureClient<.Conflict,.NeutronClientException
  IpAddressInUseClient<.Conflict,.NeutronClientException
  MacAddressInUseClient<.Conflict
  MalformedRequestBody<.NeutronException 732
  MalformedResponseBody<.NeutronClientException,.NeutronException 732
  NetworkInUseClient<.Conflict,.NeutronClientException
  NetworkNotFoundClient<.NotFound,.NeutronClientException
  NeutronCLIError<.NeutronException,.NeutronClientException
  NeutronClientException<.NeutronException 732 req_ids_msg 835 914
  NeutronClientNoUniqueMatch<.NeutronCLIError,.NeutronClientException 732
  NeutronException<Exception _error_string 732
  NoAuthURLProvided<.Unauthorized 732
  NotFound<.NeutronClientException,.NeutronException 914
  OverQuotaClient<.Conflict
  PortInUseClient<.Conflict,.NeutronClientException
  PortNotFoundClient<.NotFound,.NeutronClientException
  RequestURITooLong<.NeutronClientException excess
  ServiceUnavailable<.NeutronClientException 914
  SslCertificateValidationError<.NeutronClientException 732
  StateInvalidClient<.BadRequest,.NeutronClientException
  Unauthorized<.NeutronClientException 732 914
  UnsupportedVersion<.NeutronCLIError,Exception
 neutronclient.common.extension
  ClientExtensionCreate*<.NeutronClientExtension 498 561 932
  ClientExtensionDelete*<.NeutronClientExtension 498 run(parsed_args)~ 932
  ClientExtensionList*<.NeutronClientExtension 498 561 932
  ClientExtensionShow*<.NeutronClientExtension 498 561 932
  ClientExtensionUpdate*<.NeutronClientExtension 498 run(parsed_args)~ 932
  NeutronClientExtension*
 neutronclient.common.serializer
  ActionDispatcher default(data)! dispatch(*,**)
  DictSerializer<.ActionDispatcher default(data) serialize(data,action=)
  JSONDeserializer<.TextDeserializer _from_json 430
  JSONDictSerializer<.DictSerializer default(data)
  Serializer _get_serialize_handler default_xmlns deserialize(datastring,content_type|datastring) get_deserialize_handler(content_type)! 734 serialize(data,content_type|data)
  TextDeserializer<.ActionDispatcher 430 deserialize(datastring,action=)
  XMLDeserializer<.TextDeserializer _from_xml _from_xml_node _get_key _get_links default(datastring)! 734 xmlns
  XMLDictSerializer<.DictSerializer _add_xmlns _create_link_nodes _to_xml_node default(data)! 734 to_xml_string(node,used_prefixes,has_atom=)! xmlns
novaclient align aligns args arguments cached_endpoint code domain locale management_url msg msgid override_time params parse_qsl propagate proxy_type resource_manager_kwargs_hooks service_type unauthenticated versioned
 novaclient.api_versions
  APIVersion get_string()! is_latest()! is_null()! matches(min_version,max_version) ver_major ver_minor
  VersionedMethod end_version func 740 start_version
 novaclient.auth_plugin
  BaseAuthPlugin add_opts(parser) 336 342 get_auth_url() opts 768
  DeprecatedAuthPlugin _load_endpoints 336 authenticate get_auth_url opts 768
 novaclient.base 43
  BootingManagerWithFind<.ManagerWithFind _boot _parse_block_device_mapping
  BytesWithMeta*<.RequestIdMixin
  DictWithMeta*<.RequestIdMixin
  HookableMixin 164 300 855
  ListWithMeta*<.RequestIdMixin
  Manager*<.HookableMixin,:utils.HookableMixin,:openstack.common.apiclient.base.HookableMixin alternate_service_type(default,allowed_types=|service_type)~ completion_cache(cache_type,obj_class,mode)!~ convert_into_with_meta(item,resp)!~ uuid_cache(obj_class,mode)!~ write_to_completion_cache(cache_type,val)~ write_uuid_to_cache(uuid)~
  ManagerWithFind<.Manager 515 516 get list()!~
  RequestIdMixin 63 323 835 request_ids_setup() 999
  Resource*<.RequestIdMixin 525 681 set_info(key,value)~ 896 944
  StrWithMeta*<.RequestIdMixin
  TupleWithMeta*<.RequestIdMixin
  UnicodeWithMeta*<.RequestIdMixin
 novaclient.client
  CompletionCache _make_directory_name _prepare_directory _write_attribute attributes clear_class(obj_class) directory write_object(obj)
  HTTPClient* 341 close_session()~ 440 527 get_service_url(service_type)!~ get_timings()~ 654 http_log_req(method,url,kwargs|args,kwargs)!~ 656 open_session()~ 777 804 833 reset_timings()~ safe_header(name,value)!~ 898 unauthenticate()!~ use_token_cache(use_it)~
  SessionClient<keystoneauth1.adapter.LegacyJsonAdapter,keystoneclient.adapter.LegacyJsonAdapter _cs_request 321 334 371 373 441 486 528 get_timings()~ 639 670 717 724 778 805 810 831 reset_timings()~ 878 880 882 times timings
  TCPKeepAliveAdapter* 663
 novaclient.crypto
  DecryptionFailure<Exception
 novaclient.exceptions AmbiguousEndpoints=.AmbiguousEndpoints,:openstack.common.apiclient.exceptions.AmbiguousEndpoints AuthSystemNotFound=.AuthSystemNotFound,:openstack.common.apiclient.exceptions.AuthSystemNotFound AuthorizationFailure=.AuthorizationFailure,:openstack.common.apiclient.exceptions.AuthorizationFailure BadRequest=.BadRequest,:openstack.common.apiclient.exceptions.BadRequest ClientException=.ClientException,:openstack.common.apiclient.exceptions.ClientException CommandError=.CommandError,:openstack.common.apiclient.exceptions.CommandError Conflict=.Conflict,:openstack.common.apiclient.exceptions.Conflict ConnectionError=:openstack.common.apiclient.exceptions.ConnectionError,.ConnectionError ConnectionRefused=.ConnectionRefused,:openstack.common.apiclient.exceptions.ConnectionRefused EndpointNotFound=.EndpointNotFound,:openstack.common.apiclient.exceptions.EndpointNotFound Forbidden=.Forbidden,:openstack.common.apiclient.exceptions.Forbidden MethodNotAllowed=.MethodNotAllowed,:openstack.common.apiclient.exceptions.MethodNotAllowed NoUniqueMatch=.NoUniqueMatch,:openstack.common.apiclient.exceptions.NoUniqueMatch NotAcceptable=.NotAcceptable,:openstack.common.apiclient.exceptions.NotAcceptable NotFound=.NotFound,:openstack.common.apiclient.exceptions.NotFound RequestTimeout=:openstack.common.apiclient.exceptions.RequestTimeout,.RequestTimeout ResourceNotFound=.ResourceNotFound,:openstack.common.apiclient.exceptions.ResourceNotFound Unauthorized=.Unauthorized,:openstack.common.apiclient.exceptions.Unauthorized UnsupportedVersion=.UnsupportedVersion,:openstack.common.apiclient.exceptions.UnsupportedVersion
  AmbiguousEndpoints<Exception 487
  AuthSystemNotFound<Exception 336
  AuthorizationFailure<Exception
  BadRequest<.ClientException,:openstack.common.apiclient.exceptions.ClientException 658 732
  ClientException<Exception 376 469 732 735 834 971
  CommandError<Exception
  Conflict<.ClientException,:openstack.common.apiclient.exceptions.ClientException 658 732
  ConnectionError<Exception
  ConnectionRefused<Exception 841
  EndpointNotFound<Exception
  Forbidden<.ClientException,:openstack.common.apiclient.exceptions.ClientException 658 732
  HTTPNotImplemented<.ClientException,:openstack.common.apiclient.exceptions.ClientException 658 732
  InstanceInDeletedState<Exception
  InstanceInErrorState<Exception
  InvalidUsage<RuntimeError
  MethodNotAllowed<.ClientException,:openstack.common.apiclient.exceptions.ClientException 658 732
  NoTokenLookupException*<Exception
  NoUniqueMatch<Exception
  NotAcceptable<.ClientException,:openstack.common.apiclient.exceptions.ClientException 658 732
  NotFound<.ClientException,:openstack.common.apiclient.exceptions.ClientException 658 732
  RateLimit*<.RetryAfterException
  RequestException<Exception
  RequestTimeout<.ClientException,:openstack.common.apiclient.exceptions.ClientException 658 732
  ResourceInErrorState<Exception 732
  ResourceNotFound<Exception
  RetryAfterException<.ClientException,:openstack.common.apiclient.exceptions.ClientException 847
  TooManyRedirects<Exception
  Unauthorized<.ClientException,:openstack.common.apiclient.exceptions.ClientException 658 732
  UnsupportedAttribute<AttributeError 732
  UnsupportedConsoleType<Exception 732
  UnsupportedVersion<Exception
  VersionNotFoundForAPIMethod<Exception 735 739 987
 novaclient.extension
  Extension<:base.HookableMixin,:utils.HookableMixin,:openstack.common.apiclient.base.HookableMixin 44 213 725 module 740
 novaclient.keystone Client=:keystone.client.Client
 novaclient.keystone.client
  Client 340 370 tenants users
 novaclient.keystone.tenants
  RoleRefs<:base.Resource,:openstack.common.apiclient.base.Resource
  Tenant<:base.Resource,:openstack.common.apiclient.base.Resource add_user(user) 436 update(description=,enabled=)
  TenantManager<:base.ManagerWithFind add_user_to_tenant(tenant_id,user_id) create(tenant_id,description=,enabled=) delete(tenant) get(tenant_id) get_user_role_refs(user_id) list() remove_user_from_tenant(tenant_id,user_id) 840 update(tenant_id,description=,enabled=)
 novaclient.keystone.users
  User<:base.Resource,:openstack.common.apiclient.base.Resource 436
  UserManager<:base.ManagerWithFind _create create(user_id,password,email,tenant_id=,enabled=) delete(user) get(user) list(tenant_id=) 840 update_email(user,email) update_enabled(user,enabled) update_password(user,password) update_tenant(user,tenant)
 novaclient.openstack.common.apiclient.base
  HookableMixin 164 300 855
  Resource* 525 681 896 944
 novaclient.openstack.common.apiclient.exceptions
  AmbiguousEndpoints<.EndpointException 487
  AuthSystemNotFound<.AuthorizationFailure 336
  AuthorizationFailure<.ClientException
  BadRequest<.HTTPClientError 658 732
  ClientException<Exception
  CommandError<.ClientException
  Conflict<.HTTPClientError 658 732
  ConnectionError<.ClientException
  ConnectionRefused<.ClientException,.ConnectionError
  EndpointException<.ClientException
  EndpointNotFound<.EndpointException
  Forbidden<.HTTPClientError 658 732
  HTTPClientError<.HttpError 732
  HttpError<.ClientException 469 658 732 735 834 841 971
  MethodNotAllowed<.HTTPClientError 658 732
  NoUniqueMatch<.ClientException
  NotAcceptable<.HTTPClientError 658 732
  NotFound<.HTTPClientError 658 732
  RequestTimeout<.HTTPClientError 658 732
  ResourceNotFound<.ClientException
  Unauthorized<.HTTPClientError 658 732
  UnsupportedVersion<.ClientException
 novaclient.service_catalog
  ServiceCatalog 359 get_tenant_id() 619 973
 novaclient.utils
  HookableMixin 164 300 855
swiftclient getheader getheaders getsockopt headers len object_name prepare_headers putheader read request status
 swiftclient ClientException=:exceptions.ClientException,:client.ClientException Connection=:client.Connection InvalidHeadersException=:exceptions.InvalidHeadersException LengthWrapper=:utils.LengthWrapper LowerKeyCaseInsensitiveDict=:client.LowerKeyCaseInsensitiveDict ReadableToIterable=:utils.ReadableToIterable SwiftClientRequestsSession=:requests_compat.SwiftClientRequestsSession
 swiftclient.authv1
  AccessInfoV1 _expires _issued account 337 338 478 501 from_state(data) get_state() 687 798 877 storage_url 927 979 980 will_expire_soon(stale_duration)
  PasswordLoader<keystoneauth1.loading.BaseLoader 588 775
  PasswordPlugin<keystoneauth1.identity.base.BaseIdentityPlugin access_class account 335 338 get_access get_auth_ref(session,**)>.AccessInfoV1 get_auth_state() 548 get_discovery(*,**)! get_endpoint(session,interface=,**) get_sp_auth_url(*,**)! get_sp_url(*,**)! key set_auth_state(data) user
  ServiceCatalogV1 _account _storage_url 338 359 endpoint_data_for(**)! storage_url url_for(**)
 swiftclient.client ClientException=:exceptions.ClientException,.ClientException
  ClientException<Exception http_device http_host http_path http_port http_query http_reason 657 http_scheme 658 msg
  Connection _add_response_dict _map_url _retry attempts auth_end_time 339 authurl cacert cert cert_key 375 copy_object(container,obj,destination=,headers=,fresh_metadata=,response_dict=) delete_container(container,response_dict=,query_string=,headers=) delete_object(container,obj,query_string=,response_dict=,headers=) force_auth_retry get_account(marker=,limit=,prefix=,end_marker=,full_listing=,headers=,delimiter=|marker=,limit=,prefix=,full_listing=) get_auth()! get_capabilities(url=) get_container(container,marker=,limit=,prefix=,delimiter=,end_marker=,version_marker=,path=,full_listing=,headers=,query_string=|container,marker=,limit=,prefix=,delimiter=,end_marker=,path=,full_listing=,headers=,query_string=|container,marker=,limit=,prefix=,delimiter=,full_listing=) get_object(container,obj,resp_chunk_size=,query_string=,response_dict=,headers=) get_service_auth()! head_account(headers=) head_container(container,headers=) head_object(container,obj,headers=,query_string=) http_conn http_connection(url=)! insecure key max_backoff os_options post_account(headers,response_dict=,query_string=,data=) post_container(container,headers,response_dict=) post_object(container,obj,headers,response_dict=) put_container(container,headers=,response_dict=,query_string=) put_object(container,obj,contents,content_length=,etag=,chunk_size=,content_type=,headers=,query_string=,response_dict=) retries retry_on_ratelimit service_auth service_token 882 snet ssl_compression starting_backoff 934 941 946 971 user
  LowerKeyCaseInsensitiveDict*
 swiftclient.exceptions
  ClientException<Exception from_response(resp,msg=,body=)~ http_device http_host http_path http_port http_query http_reason 657 http_response_headers http_scheme 658 msg transaction_id
  InvalidHeadersException<Exception
  SkipTest<Exception
 swiftclient.https_connection
  HTTPSConnectionNoSSLComp* 385 setcontext()!
  OpenSSLConnectionDelegator* 719
 swiftclient.multithreading
  ConnectionThreadPoolExecutor* 921
  MultiThreadingManager _print _print_error container_pool error(msg,*) error_count error_printer error_stream object_dd_pool object_uu_pool print_headers(headers,meta_prefix=,exclude_headers=,offset=) 782 print_msg(msg,*)! print_stream printer queue_manager(func,thread_count,*,**)>.QueueFunctionManager segment_pool
  OutputManager DEFAULT_OFFSET _print _print_error _write error(msg,*)! error_count error_print_pool error_stream error_with_txn_id(swift_err) get_error_count() 782 print_msg(msg,*)! print_pool print_raw(data) print_stream warning(msg,*)
  QueueFunctionManager connection_maker error_counter func queue thread_args thread_count thread_kwargs thread_list thread_manager
  QueueFunctionThread* 853
  StopWorkerThreadSignal
 swiftclient.requests_compat
  SwiftClientPreparedRequest* prepare_headers(headers)
  SwiftClientRequestsSession* prepare_request(request)
 swiftclient.service get_conn>:client.Connection
  ResultsIterator*
  SwiftCopyObject destination fresh_metadata 755 758
  SwiftDeleteObject 755 758
  SwiftError<Exception container exception obj segment transaction_id 986
  SwiftPostObject 755 758
  SwiftService _bulk_delete _bulk_delete_page_size _bulkdelete _copy_object_job _create_container_job _create_dir_marker_job _delete_container _delete_empty_container _delete_object _delete_segment _download_container _download_object_job _get_capabilities _get_chunk_data _is_identical _list_account_job _list_container_job _make_copy_objects _make_delete_objects _make_post_objects _make_upload_objects _options _per_item_delete _post_account_job _post_container_job _post_object_job _put_object _should_bulk_delete _stat_object _submit_page_downloads _upload_object_job _upload_segment_job _upload_slo_manifest _upload_stream_segment _watch_futures capabilities(url=,refresh_cache=)! capabilities_cache copy(container,objects,options=) delete(container=,objects=,options=)! download(container=,objects=,options=) list(container=,options=)! post(container=,objects=,options=) stat(container=,objects=,options=)! thread_manager upload(container,objects,options=)
  SwiftUploadObject 755 758 source
 swiftclient.utils
  JSONableIterable*
  LengthWrapper _can_reset _length _md5 _readable _remaining _reset _reset_md5 260 get_md5sum() md5sum read(*,**|size=) reset
  NoopMD5 hexdigest(*,**) update(*,**)!
  ReadableToIterable chunk_size content get_md5sum() md5sum next()
stevedore document namespace propagate_map_exceptions
 stevedore DriverManager=:driver.DriverManager EnabledExtensionManager=:enabled.EnabledExtensionManager ExtensionManager=:extension.ExtensionManager HookManager=:hook.HookManager NamedExtensionManager=:named.NamedExtensionManager
  NullHandler* createLock() emit(record)! handle(record)!
 stevedore.dispatch
  DispatchExtensionManager<:enabled.EnabledExtensionManager map(filter_func,func,*,**)! map_method(filter_func,method_name,*,**)~
  NameDispatchExtensionManager<.DispatchExtensionManager 170 by_name map(names,func,*,**)! map_method(names,method_name,*,**)~
 stevedore.driver
  DriverManager<:named.NamedExtensionManager,:hook.HookManager _default_on_load_failure 170 driver make_test_instance(extension,namespace=,propagate_map_exceptions=,on_load_failure_callback=,verify_requirements=,&,conflict_resolver=)~
 stevedore.enabled
  EnabledExtensionManager<:extension.ExtensionManager 188 check_func
 stevedore.example.base
  FormatterBase format(data)! max_width
 stevedore.example.fields
  FieldList<:example.base.FormatterBase 518
 stevedore.example.simple
  Simple<:example.base.FormatterBase 518
 stevedore.example2.fields
  FieldList<:example.base.FormatterBase 518
 stevedore.exception
  MultipleMatches<.NoUniqueMatch
  NoMatches<.NoUniqueMatch
  NoUniqueMatch<RuntimeError
 stevedore.extension
  Extension attr entry_point entry_point_target extras module_name 740 obj plugin
  ExtensionManager ENTRY_POINT_CACHE _call_extension_method _conflict_resolver _extensions_by_name _extensions_by_name_cache _find_entry_points 169 170 _invoke_one_plugin 188 _load_plugins _on_load_failure_callback entry_points_names() extensions items() list_entry_points()! make_test_instance(extensions,namespace=,propagate_map_exceptions=,on_load_failure_callback=,verify_requirements=,&,conflict_resolver=) map(func,*,**)! map_method(method_name,*,**) names() 741 propagate_map_exceptions
 stevedore.hook
  HookManager<:named.NamedExtensionManager 169 204
 stevedore.named
  NamedExtensionManager<:extension.ExtensionManager,:enabled.EnabledExtensionManager 169 170 188 _load_plugins _missing_names _name_order _names _on_missing_entrypoints_callback extensions make_test_instance(extensions,namespace=,propagate_map_exceptions=,on_load_failure_callback=,verify_requirements=,&,conflict_resolver=)~
 stevedore.sphinxext
  ListPluginsDirective* 853
sushy allowed_values auth enabled field headers http_boot_uri message mode obj resolution severity status_code target verify
 sushy AddressState=:resources.ipaddresses.AddressState ApplyTime=:resources.constants.ApplyTime BootProgressStates=:resources.system.constants.BootProgressStates BootSource=:resources.system.constants.BootSource BootSourceOverrideEnabled=:resources.system.constants.BootSourceOverrideEnabled BootSourceOverrideMode=:resources.system.constants.BootSourceOverrideMode CertificateType=:resources.certificateservice.constants.CertificateType CertificateUsageType=:resources.certificateservice.constants.CertificateUsageType ChassisType=:resources.chassis.constants.ChassisType CommandConnectType=:resources.manager.constants.CommandConnectType ConnectedVia=:resources.manager.constants.ConnectedVia DeviceClass=:resources.system.constants.DeviceClass DurableNameFormat=:resources.constants.DurableNameFormat EntityRole=:resources.fabric.constants.EntityRole EntityType=:resources.fabric.constants.EntityType EventType=:resources.eventservice.constants.EventType FlowControl=:resources.system.network.constants.FlowControl FunctionProtocol=:resources.system.constants.FunctionProtocol FunctionType=:resources.system.constants.FunctionType GraphicalConnectType=:resources.manager.constants.GraphicalConnectType Health=:resources.constants.Health IEEE802IdSubtype=:resources.system.network.constants.IEEE802IdSubtype IPAddressType=:resources.system.network.constants.IPAddressType IPv4AddressOrigin=:resources.ipaddresses.IPv4AddressOrigin IPv6AddressOrigin=:resources.ipaddresses.IPv6AddressOrigin IndicatorLED=:resources.constants.IndicatorLED InstructionSet=:resources.system.constants.InstructionSet IntrusionSensor=:resources.chassis.constants.IntrusionSensor IntrusionSensorReArm=:resources.chassis.constants.IntrusionSensorReArm KeyUsage=:resources.certificateservice.constants.KeyUsage LLDPSystemCapabilities=:resources.system.network.constants.LLDPSystemCapabilities LaneSplittingType=:resources.system.constants.LaneSplittingType LinkStatus=:resources.system.network.constants.LinkStatus ManagerType=:resources.manager.constants.ManagerType MessageParamType=:resources.registry.constants.MessageParamType NetworkAuthenticationMethod=:resources.system.network.constants.NetworkAuthenticationMethod NetworkBootMode=:resources.system.network.constants.NetworkBootMode NetworkDeviceTechnology=:resources.system.network.constants.NetworkDeviceTechnology OverWritePolicy=:resources.taskservice.constants.OverWritePolicy PCIeDeviceType=:resources.system.constants.PCIeDeviceType PortLinkStatus=:resources.system.network.constants.PortLinkStatus PowerState=:resources.constants.PowerState ProcessorArchitecture=:resources.system.constants.ProcessorArchitecture ProcessorType=:resources.system.constants.ProcessorType Protocol=:resources.constants.Protocol RAIDType=:resources.system.storage.constants.RAIDType ResetType=:resources.constants.ResetType SecureBootCurrentBoot=:resources.system.constants.SecureBootCurrentBoot SecureBootDatabaseId=:resources.system.constants.SecureBootDatabaseId SecureBootMode=:resources.system.constants.SecureBootMode SecureBootResetKeysType=:resources.system.constants.SecureBootResetKeysType SerialConnectType=:resources.manager.constants.SerialConnectType Severity=:resources.constants.Health SlotType=:resources.system.constants.SlotType State=:resources.constants.State Sushy=:main.Sushy SystemType=:resources.system.constants.SystemType TaskState=:resources.taskservice.constants.TaskState TransferMethod=:resources.manager.constants.TransferMethod UpdateTransferProtocolType=:resources.updateservice.constants.UpdateTransferProtocolType VirtualMediaType=:resources.manager.constants.VirtualMediaType VolumeInitializeType=:resources.system.storage.constants.VolumeInitializeType VolumeType=:resources.system.storage.constants.VolumeType
 sushy.auth
  AuthBase _connector 108 216 _root_resource 278 340 can_refresh_session()! 375 set_context(root_resource,connector)
  BasicAuth<.AuthBase 108 353
  SessionAuth<.AuthBase 108 _session_auth_previously_successful _session_key _session_resource_id 353 374 get_session_key() get_session_resource_id() refresh_session() reset_session_attrs()!
  SessionOrBasicAuth<.SessionAuth 108 _fallback_to_basic_authentication basic_auth can_refresh_session()!~ refresh_session()
 sushy.connector
  Connector _auth _default_request_timeout _etag_handler _op _response_callback _server_side_retries _server_side_retries_delay 255 _sessions_uri _url _verify check_retry_on_exception(exception_msg)! 375 delete(path=,data=,headers=,blocking=,timeout=,**) get(path=,data=,headers=,blocking=,timeout=,**) patch(path=,data=,headers=,etag=,blocking=,timeout=,**|path=,data=,headers=,blocking=,timeout=,**) post(path=,data=,headers=,blocking=,timeout=,**) put(path=,data=,headers=,blocking=,timeout=,**) set_auth(auth) set_http_basic_auth(username,password)! set_http_session_auth(session_auth_token)
 sushy.exceptions
  AccessError<.HTTPError
  ArchiveParsingError<.SushyError 732
  BadRequestError<.HTTPError
  ConnectionError<.SushyError 732
  ExtensionError<.SushyError 732
  HTTPError<.SushyError _get_most_severe_msg _get_most_severe_msg_index body 376 detail extended_info 732 related_properties 914
  InvalidParameterValueError<.SushyError 732
  MalformedAttributeError<.SushyError 732
  MissingActionError<.SushyError 732
  MissingAttributeError<.SushyError 732
  MissingHeaderError<.SushyError 732
  MissingXAuthToken<.HTTPError 732
  NotAcceptableError<.HTTPError
  OEMExtensionNotFoundError<.SushyError 732
  ResourceNotFoundError<.HTTPError 732 914
  ServerSideError<.HTTPError
  SushyError<Exception 732
  UnknownDefaultError<.SushyError 732
 sushy.main
  LazyRegistries*
  ProtocolFeaturesSupportedField<:resources.base.CompositeField excerpt_query expand_query filter_query only_member_query select_query
  Sushy<:resources.base.ResourceBase _auth _base_url _certificate_service_path _chassis_path _composition_service_path _event_service_path _fabrics_path _get_message_registries _get_registry_collection _get_standard_message_registry_collection _get_system_collection_path _language _managers_path _parse_attributes _public_connector _registries_path _root_prefix _session_service_path _systems_path _update_service_path create_session(username=,password=)~ get_certificate_service()~ get_chassis(identity|identity=)~ get_chassis_collection()!~ get_composition_service()~ get_event_service()~ get_fabric(identity)~ get_fabric_collection()~ get_manager(identity|identity=)~ get_manager_collection()!~ get_session(identity)~ get_session_service()~ get_sessions_path()!~ get_system(identity|identity=)>:resources.system.system.System get_system_collection()!>:resources.system.system.SystemCollection get_task_monitor(task_monitor_uri)~ get_task_service()~ get_update_service()~ 659 lazy_registries 740 product protocol_features_supported redfish_version registries uuid
 sushy.oem.dell ControllerMode=:oem.dell.resources.system.storage.constants.ControllerMode ExportTarget=:oem.dell.resources.manager.constants.ExportTarget ExportUse=:oem.dell.resources.manager.constants.ExportUse IncludeInExport=:oem.dell.resources.manager.constants.IncludeInExport JobState=:oem.dell.resources.taskservice.constants.JobState JobType=:oem.dell.resources.taskservice.constants.JobType PhysicalDiskStateMode=:oem.dell.resources.system.constants.PhysicalDiskStateMode ResetType=:oem.dell.resources.manager.constants.ResetType ShutdownType=:oem.dell.resources.manager.constants.ShutdownType
 sushy.oem.dell.resources.manager.constants
  ExportTarget*
  ExportUse*
  IncludeInExport*
  ResetType*
  ShutdownType*
 sushy.oem.dell.resources.system.constants
  PhysicalDiskStateMode*
 sushy.oem.dell.resources.system.storage.constants
  ControllerMode*
 sushy.oem.dell.resources.taskservice.constants
  JobState*
  JobType*
 sushy.resources.base
  CompositeField*<.Field
  Field*
  ResourceBase* clone_resource(new_resource,path=) get_oem_extension(vendor) invalidate(force_refresh=) refresh(force=,json_doc=)!
  ResourceCollectionBase*<.ResourceLinksBase,.ResourceBase get_member(identity)!~
  ResourceLinksBase*<.ResourceBase get_member(identity)!
 sushy.resources.certificateservice.constants
  CertificateType*
  CertificateUsageType*
  KeyUsage*
 sushy.resources.chassis.constants
  ChassisType*
  IntrusionSensor*
  IntrusionSensorReArm*
 sushy.resources.constants
  ApplyTime*
  DurableNameFormat*
  Health*
  IndicatorLED*
  PowerState*
  Protocol*
  ResetType*
  State*
 sushy.resources.eventservice.constants
  EventType*
 sushy.resources.fabric.constants
  EntityRole*
  EntityType*
 sushy.resources.ipaddresses
  AddressState*
  IPv4AddressOrigin*
  IPv6AddressOrigin*
 sushy.resources.manager.constants
  CommandConnectType*
  ConnectedVia*
  GraphicalConnectType*
  ManagerType*
  SerialConnectType*
  TransferMethod*
  VirtualMediaType*
 sushy.resources.registry.constants
  MessageParamType*
 sushy.resources.system.constants
  BootProgressStates*
  BootSource*
  BootSourceOverrideEnabled*
  BootSourceOverrideMode*
  DeviceClass*
  FunctionProtocol*
  FunctionType*
  InstructionSet*
  LaneSplittingType*
  PCIeDeviceType*
  ProcessorArchitecture*
  ProcessorType*
  SecureBootCurrentBoot*
  SecureBootDatabaseId*
  SecureBootMode*
  SecureBootResetKeysType*
  SlotType*
  SystemType*
 sushy.resources.system.network.constants
  FlowControl*
  IEEE802IdSubtype*
  IPAddressType*
  LLDPSystemCapabilities*
  LinkStatus*
  NetworkAuthenticationMethod*
  NetworkBootMode*
  NetworkDeviceTechnology*
  PortLinkStatus*
 sushy.resources.system.storage.constants
  RAIDType*
  VolumeInitializeType*
  VolumeType*
 sushy.resources.system.system
  System<:resources.base.ResourceBase _actions _bios _do_refresh _ethernet_interfaces _get_processor_collection_path _get_reset_action_element _get_reset_system_path _parse_attributes _processors _registries _settings _supermicro_models_cd_vmedia asset_tag bios bios_version boot boot_progress chassis chassis_expanded 462 ethernet_interfaces get_allowed_reset_system_values()! get_allowed_system_boot_source_values()! hostname 659 indicator_led maintenance_window managers manufacturer memory_summary model 740 part_number pcie_devices power_state processors refresh()~ reset_system(value) secure_boot serial_number set_indicator_led(state)~ set_system_boot_options(target=,enabled=,mode=,http_boot_uri=)!~ set_system_boot_source(target,enabled=,mode=) simple_storage simple_storage_expanded sku 913 storage storage_expanded system_type uuid virtual_media
  SystemCollection<:resources.base.ResourceCollectionBase _resource_type
 sushy.resources.taskservice.constants
  OverWritePolicy*
  TaskState*
 sushy.resources.taskservice.task
  Task<:resources.base.ResourceBase 462 end_time 659 is_processing messages 740 parse_messages() percent_complete start_time 914 task_monitor task_state task_status
 sushy.resources.updateservice.constants
  UpdateTransferProtocolType*
 sushy.taskmonitor
  TaskMonitor _connector _field_data _redfish_version _registries _response _task _task_monitor_uri cancellable check_is_processing from_response(conn,response,target_uri,redfish_version=,registries=)>.TaskMonitor get_task()>:resources.taskservice.task.Task is_processing refresh()! 841 847 sleep_for task task_monitor task_monitor_uri wait(timeout_sec)
taskflow args atom atomdetails callables created_at daemon default_start_state defaults domain failure fields flowdetails frozen intention job last_seen locale meta msg msgid name not_done on_worker override_time params parent reraise results revert_failure revert_results stacks state taskdetails updated_at version
 taskflow.atom
  Atom _build_arg_mapping 204 432 495 inject 740 optional post_execute()! post_revert()! pre_execute()! pre_revert()! 783 802 rebind 836 revert(*,**)! revert_optional revert_rebind save_as 987
 taskflow.deciders
  Depth*<:utils.misc.StrEnum translate(desired_depth)
 taskflow.exceptions
  AlreadyExists<.TaskFlowException
  AmbiguousDependency<.DependencyFailure
  ClosedException<.TaskFlowException
  CompilationFailure<.TaskFlowException
  ConductorFailure<.TaskFlowException
  ConnectionFailure<.TaskFlowException
  DependencyFailure<.TaskFlowException
  DisallowedAccess<.TaskFlowException state
  Duplicate<.TaskFlowException
  Empty<.TaskFlowException
  EmptyFlow<.TaskFlowException
  ExecutionFailure<.TaskFlowException
  IncompatibleVersion<.TaskFlowException
  InvalidFormat<.TaskFlowException
  InvalidState<.ExecutionFailure,.TaskFlowException
  InvalidStateException<.TaskFlowException
  InvariantViolation<.TaskFlowException
  InvariantViolationException<.TaskFlowException
  JobFailure<.TaskFlowException
  JobNotFound<.TaskFlowException
  MissingDependencies<.DependencyFailure,.InvalidStateException,.InvariantViolation MESSAGE_TPL METHOD_TPL 732 missing_requirements
  MultipleChoices<.TaskFlowException
  NotFound<.TaskFlowException
  NotImplementedError
  RequestTimeout<.ExecutionFailure
  StorageError<.TaskFlowException 360
  StorageFailure<.TaskFlowException
  TaskFlowException<Exception _cause _get_message _pformat 326 360 pformat(indent=,indent_text=,show_root_class=)!~
  UnclaimableJob<.JobFailure,.TaskFlowException
  UnclaimableJobException<.TaskFlowException
  WrappedFailure<Exception,.TaskFlowException,:utils.mixins.StrMixin _causes check(*)
 taskflow.flow
  Flow 204 _retry _retry_provides _retry_requires add(*)! iter_links()! iter_nodes()! 740 802 836 retry
 taskflow.formatters
  FailureFormatter _BUILDERS _engine _format_atom _format_flow _format_node _formatter_funcs 163 _mask_inputs_keys _mask_keys _mask_outputs_keys format(fail,atom_matcher)
 taskflow.listeners.base
  DumpingListener<.Listener _dump 126 266
  Listener _engine 126 _listen_for _registered 239 266 deregister()! register()!
  LoggingBase*
 taskflow.listeners.capturing
  CaptureListener<:listeners.base.Listener FLOW RETRY TASK _capture_flow _capture_retry _capture_task 126 _format_capture 239 _skip_flows _skip_retries _skip_tasks 266 values
 taskflow.listeners.claims
  CheckingClaimListener<:listeners.base.Listener _board _claim_checker 126 _has_been_lost _job _on_job_loss _owner _suspend_engine_on_loss 266
 taskflow.listeners.logging
  DynamicLoggingListener<:listeners.base.Listener _FAILURE_STATES _LOGGER _fail_formatter _failure_level _flow_log_levels 126 _format_failure 163 _level 192 _mask_inputs_keys _mask_outputs_keys _task_log_levels 266
  LoggingListener<:listeners.base.DumpingListener,:listeners.base.LoggingBase _LOGGER _dump _level _log 192
 taskflow.listeners.printing
  PrintingListener<:listeners.base.DumpingListener,:listeners.base.LoggingBase _dump _file _log
 taskflow.listeners.timing
  DurationListener<:listeners.base.Listener 126 _receiver _record_ending 266 _timers deregister()
  EventTimeListener<:listeners.base.Listener 126 _record_atom_event 239 266
  PrintingDurationListener<.DurationListener _printer _receiver _record_ending 266
 taskflow.logging getLogger>._TraceLoggerAdapter,._BlatherLoggerAdapter,._FixedBlatherLoggerAdapter
  _BlatherLoggerAdapter* blather(msg,*,**) warn(msg,*,**)
  _FixedBlatherLoggerAdapter<._BlatherLoggerAdapter isEnabledFor(level) 717
  _TraceLoggerAdapter* trace(msg,*,**) warn(msg,*,**)
 taskflow.patterns.graph_flow
  Flow<:flow.Flow _get_subgraph _graph _link _swap _unsatisfied_requires _validate add(*,**)> graph 688 iter_nodes()!~ link(u,v,decider=,decider_depth=)> 802 836
  TargetedFlow<.Flow _get_subgraph _subgraph _target add graph link reset_target() set_target(target_item|target_node)
 taskflow.patterns.linear_flow
  Flow<:flow.Flow _children _graph _last_item _no_last_item add(*)> 688 iter_nodes()~ 802 836
 taskflow.patterns.unordered_flow
  Flow<:flow.Flow _children _graph add(*)> 688 iter_nodes()~ 802 836
 taskflow.retry
  AlwaysRevert<.Retry 495 on_failure(*,**)
  AlwaysRevertAll<.Retry execute(**)! on_failure(**)
  Decider on_failure(history,*,**)!
  Decision*<:utils.misc.StrEnum
  ForEach<.ForEachBase _values 497 757
  ForEachBase<.Retry _get_next_value _on_failure _revert_action
  History _contents _failure caused_by(exception_cls,index=,include_retry=) failure outcomes_iter(index=)! provided_iter()
  ParameterizedForEach<.ForEachBase execute(values,history,*,**) on_failure(values,history,*,**)
  Retry<:atom.Atom,.Decider 204 432 execute(history,*,**)! 740 on_failure(history,*,**)!~ revert(history,*,**)! set_name(name)~
  Times<.Retry _attempts _revert_action 497 757
 taskflow.storage
  MultiThreadedStorage<.Storage _lock_cls
  SingleThreadedStorage<.Storage _lock_cls
  Storage _add_task _atom_name_to_uuid _atomdetail_by_name _backend _cache_failure _check_all_results_provided _create_atom_detail _ensure_atom_detail _ensure_matchers _ensure_retry _ensure_task _failures _fetch_flowdetail _fetch_providers _flowdetail _get _get_failures _injected_args 191 _lock_cls _reload_failures _reset_atom _reset_task _result_mappings _reverse_mapping _save_atom_detail _save_flow_detail _save_task_detail _scope_fetcher _set_result_mapping _task_name_to_uuid _taskdetail_by_name _taskdetail_by_uuid _transients _translate_into_history _update_atom_metadata _with_connection add_task(uuid,task_name,task_version=)! backend change_flow_state cleanup_retry_history ensure_atom(atom) ensure_atoms ensure_retry(retry_name,retry_version=,result_mapping=) ensure_task(task_name,task_version=,result_mapping=) fetch fetch_all fetch_mapped_args fetch_unsatisfied_args flow_meta flow_name flow_uuid get get_atom_intention get_atom_state get_atom_uuid get_atoms_states get_execute_failures() get_execute_result(atom_name) get_failures get_flow_state get_retry_histories get_retry_history get_revert_failures() get_revert_result(atom_name) get_task_progress get_task_progress_details get_task_state(task_name|uuid)! get_task_uuid(task_name) get_tasks_states(task_names) get_uuid_by_name(task_name) has_failures inject inject_atom_args(atom_name,pairs,transient=) inject_task_args(task_name,injected_args) injector_name lock reset reset_tasks() save save_retry_failure set_atom_intention set_atom_state set_flow_state set_result_mapping(uuid,mapping)! set_task_progress(task_name,progress,details=|uuid,progress,details=) set_task_state(task_name,state|uuid,state) update_atom_metadata(atom_name,update_with) update_flow_metadata update_task_metadata(task_name,update_with)!
  ThreadSafeStorage*<.Storage
 taskflow.task
  BaseTask<:atom.Atom TASK_EVENTS _events_listeners 204 _notifier _trigger autobind(event_name,handler_func,**)~ bind(event,handler,**)!~ 397 495 740 745 post_execute()!~ post_revert()!~ pre_execute()!~ pre_revert()!~ 802 rebind 836 revert(*,**)! save_as unbind(event,handler=)!~ update_progress(progress,**) 987
  FunctorTask<.Task,.BaseTask 120 _revert 494 rebind 836 revert(*,**) 987
  MapFunctorTask<.Task,.BaseTask _functor 494
  ReduceFunctorTask<.Task,.BaseTask _functor 494
  Task<:atom.Atom,.BaseTask TASK_EVENTS _notifier 397 432 745 rebind update_progress(progress)~
 taskflow.utils.misc
  StrEnum*
 taskflow.utils.mixins
  StrMixin
tooz args asctime check_hostname color daemon domain exc_text excepthook manager msg msgid override_time owner params project ref reraise shared undo version
 tooz
  NotImplemented<NotImplementedError,.ToozError
  ToozError<Exception 360
 tooz.coordination SerializationError=:utils.SerializationError,.SerializationError ToozError=tooz.ToozError,.ToozError
  Characteristics*
  CoordAsyncResult done()! get(timeout=)!
  CoordinationDriver CHARACTERISTICS _group_members _has_hooks_for_group _hooks _hooks_elected_leader _hooks_join_group _hooks_leave_group _joined_groups _member_id 260 _started _stop create_group(group_id)! delete_group(group_id)! get_groups()! get_leader(group_id)! get_lock(name)! get_member_capabilities(group_id,member_id)! get_member_info(group_id,member_id)! get_members(group_id)! get_members_with_capabilities(group_id)! heart heartbeat()! is_started join_group(group_id,capabilities=)! join_group_create join_partitioned_group(group_id,weight=,partitions=)>:partitioner.Partitioner leave_group(group_id)! leave_partitioned_group(partitioner) requires_beating run_elect_coordinator()! run_watchers(timeout=)! stand_down_group_leader(group_id)! start(start_heart=|timeout)! 917 unwatch_elected_as_leader(group_id,callback)! unwatch_join_group(group_id,callback)! unwatch_leave_group(group_id,callback)! update_capabilities(group_id,capabilities)! watch_elected_as_leader(group_id,callback)! watch_join_group(group_id,callback)! watch_leave_group(group_id,callback)!
  CoordinationDriverCachedRunWatchers<.CoordinationDriver _group_members _init_watch_group _joined_groups run_watchers(timeout=) unwatch_join_group(group_id,callback) unwatch_leave_group(group_id,callback) watch_join_group(group_id,callback) watch_leave_group(group_id,callback)
  CoordinationDriverWithExecutor<.CoordinationDriver EXCLUDE_OPTIONS _executor _options start(start_heart=) 916
  CoordinatorResult<.CoordAsyncResult _failure_translator _fut done() get(timeout=)
  Event
  EventCallback*
  GroupAlreadyExist<tooz.ToozError,.ToozError 640
  GroupNotCreated<tooz.ToozError,.ToozError 640
  GroupNotEmpty<tooz.ToozError,.ToozError 640
  Heart _beat_forever_until_stopped _beats _dead _driver _finished _runner _thread_cls beats is_alive()! start(thread_cls=) 916 995
  Hooks* run(*,**)
  LeaderElected<.Event 640 731
  LockAcquireFailed<tooz.ToozError,.ToozError
  MemberAlreadyExist<tooz.ToozError,.ToozError 640 731
  MemberJoinedGroup<.Event 640 731
  MemberLeftGroup<.Event 640 731
  MemberNotJoined<tooz.ToozError,.ToozError 640 731
  OperationTimedOut<tooz.ToozError,.ToozError
  SerializationError<tooz.ToozError,.ToozError
  ToozConnectionError<tooz.ToozError,.ToozError
  ToozDriverChosenPoorly<tooz.ToozError,.ToozError
  ToozError<Exception 360
  WatchCallbackNotFound<tooz.ToozError,.ToozError callback 640
 tooz.hashring
  HashRing DEFAULT_HASH_FUNCTION 8 _get_node _get_partition _hash2int _hash_function _partition_number _partitions _ring add_node(node,weight=) add_nodes(nodes,weight=)! get_nodes(data,ignore_nodes=,replicas=)! nodes remove_node(node)
  UnknownNode<tooz.ToozError node
 tooz.locking
  Lock 204 acquire(blocking=,shared=,timeout=)! break_()! destroy()! is_still_owner()! 740 release()!
  SharedWeakLockHelper<.Lock ACQUIRED_LOCKS LOCKS_LOCK RELEASED_LOCKS _lock_key _newlock 288 acquired lock 820
  WeakLockHelper<.Lock ACQUIRED_LOCKS LOCKS_LOCK 191 _lock_key 288 820
  _LockProxy 326 blocking 690 lock
 tooz.partitioner
  Partitioner 8 _coord _hash_object _on_member_join _on_member_leave belongs_to_member(obj,member_id,ignore_members=,replicas=)! belongs_to_self(obj,ignore_members=,replicas=) 640 members_for_object(obj,ignore_members=,replicas=)! partitions ring 916
 tooz.utils
  Base64LockEncoder check_and_encode(name) encode(name)! keyspace_url
  ProxyExecutor DEFAULT_KIND KIND_TO_FACTORY 209 build(driver_name,options)> default_executor_factory dispatched driver_name executor internally_owned 903 started 916 submit(cb,*,**)
  SerializationError<tooz.ToozError
cinder iscsi_ip_address iscsi_num_targets iscsi_port iscsi_target_prefix iser_port num_iscsi_scan_tries num_volume_device_scan_tries progress provider_auth provider_location status target_ip_address target_port target_prefix temp_snapshot_id temp_volume_id
 cinder.backup.driver
  BackupDriver* 346 check_for_setup_error()~ delete(backup)!~ 442 export_record(backup)~ get_metadata(volume_id)~ import_record(backup,driver_info|backup_url)~ put_metadata(volume_id,json_metadata)~ restore(backup,volume_id,volume_file,volume_is_new|backup,volume_id,volume_file)! verify(backup)!~
  BackupDriverWithVerify<.BackupDriver verify(backup)!
  BackupMetadataAPI* get(volume_id) put(volume_id,json_metadata)
 cinder.interface.backup_chunked_driver
  BackupChunkedDriver<:interface.backup_driver.BackupDriver 449 559 574 584 585 806 961
  BackupDriverWithVerify<:interface.backup_driver.BackupDriver 449 559 574 584 585 806 961
 cinder.interface.backup_driver
  BackupDriver<:interface.base.CinderInterface 346 check_for_setup_error()!~ delete(backup)!~ 442 export_record(backup)! get_metadata(volume_id)! import_record(backup,driver_info)! put_metadata(volume_id,json_metadata)! restore(backup,volume_id,volume_file)!
 cinder.interface.backup_verify_driver
  BackupDriverWithVerify<:interface.backup_driver.BackupDriver verify(backup)!
 cinder.interface.base
  CinderInterface _get_methods _method_cache
 cinder.interface.fczm_driver
  FibreChannelZoneManagerDriver<:interface.base.CinderInterface add_connection(fabric,initiator_target_map,host_name=,storage_system=)! delete_connection(fabric,initiator_target_map,host_name=,storage_system=)! get_san_context(target_wwn_list)!
 cinder.interface.util
  DriverInfo ci_wiki_name class_fqn class_name cls desc driver_options get_driver_options 922 987
 cinder.interface.volume_consistencygroup_driver
  VolumeConsistencyGroupDriver<:interface.base.CinderInterface create_cgsnapshot(context,cgsnapshot,snapshots)! 404 405 delete_cgsnapshot(context,cgsnapshot,snapshots)! delete_consistencygroup(context,group,volumes)! 960
 cinder.interface.volume_driver
  VolumeDriverCore<:interface.base.CinderInterface 171 _set_property 262 after_volume_copy(context,src_vol,dest_vol,remote=)!~ attach_volume(context,volume,instance_uuid,host_name,mountpoint)!~ before_volume_copy(context,src_vol,dest_vol,remote=)!~ 363 clone_image(context,volume,image_location,image_meta,image_service|volume,image_location,image_id,image_metadata,image_service)! copy_image_to_volume(context,volume,image_service,image_id,disable_sparse=)! copy_volume_to_image(context,volume,image_service,image_meta)! 422 424 426 458 460 detach_volume(context,volume,attachment=)!~ 477 508 635 init_capabilities()!~ 668 initialized()!~ migrate_volume(context,volume,host)!~ retype(context,volume,new_type,diff,host)!~ set_initialized()!~ set_throttle()!~ supported()!~ 935 update_migrated_volume(context,volume,new_volume,original_volume_status)!~ update_provider_info(volumes,snapshots)!~
 cinder.interface.volume_group_driver
  VolumeGroupDriver<:interface.base.CinderInterface 409 410 411 445 446 962
 cinder.interface.volume_manageable_driver
  VolumeListManageableDriver<.VolumeManagementDriver get_manageable_snapshots(cinder_snapshots,marker,limit,offset,sort_keys,sort_dirs)! get_manageable_volumes(cinder_volumes,marker,limit,offset,sort_keys,sort_dirs)!
  VolumeManagementDriver<:interface.base.CinderInterface 721 722 954
 cinder.interface.volume_management_driver
  VolumeManagementDriver<:interface.base.CinderInterface 721 722 954
 cinder.interface.volume_snapshot_driver
  VolumeSnapshotDriver<:interface.base.CinderInterface 421 425 457 revert_to_snapshot(context,volume,snapshot)!~
 cinder.interface.volume_snapshot_revert
  VolumeSnapshotRevertDriver<:interface.base.CinderInterface revert_to_snapshot(context,volume,snapshot)!
 cinder.interface.volume_snapshotmanagement_driver
  VolumeSnapshotManagementDriver<:interface.base.CinderInterface manage_existing_snapshot(snapshot,existing_ref)! manage_existing_snapshot_get_size(snapshot,existing_ref)! 955
 cinder.volume.driver
  BaseVD REPLICATION_FEATURE_CHECKERS SUPPORTED SUPPORTS_ACTIVE_ACTIVE 51 _attach_snapshot 65 _backup_device _backup_volume_temp_snapshot _backup_volume_temp_volume _connect_device _copy_image_data_to_volume _create_temp_cloned_volume _create_temp_snapshot _create_temp_volume _create_temp_volume_from_snapshot _delete_snapshot _delete_temp_snapshot _delete_temp_volume _delete_volume _detach_snapshot 98 _driver_data_namespace 120 _get_backup_volume_temp_snapshot _get_backup_volume_temp_volume _get_oslo_driver_opts _init_standard_capabilities 171 173 _is_base_method 179 _set_property _sparse_copy_volume_data 262 _supported _throttle 270 272 273 287 after_volume_copy(context,src_vol,dest_vol,remote=)! attach_volume(context,volume,instance_uuid,host_name,mountpoint)! backup_use_temp_snapshot()! backup_volume(context,backup,backup_service) before_volume_copy(context,src_vol,dest_vol,remote=)! 356 363 clean_snapshot_file_locks(snapshot_id)! clean_volume_file_locks(volume_id)! 369 clone_image(context,volume,image_location,image_meta,image_service) cluster_name 382 copy_image_to_encrypted_volume(context,volume,image_service,image_id,disable_sparse=) copy_image_to_volume(context,volume,image_service,image_id,disable_sparse=) copy_volume_data(context,src_vol,dest_vol,remote=) copy_volume_to_image(context,volume,image_service,image_meta) 402 407 create_export_snapshot(context,snapshot,connector)! 409 410 411 create_snapshot 424 create_volume_from_backup(volume,backup)! create_volume_from_snapshot db 445 446 delete_snapshot 460 detach_volume(context,volume,attachment=)! disable_replication(context,group,volumes)! 477 driver_utils enable_replication(context,group,volumes)! 489 507 failover(context,volumes,secondary_id=,groups=) failover_completed(context,active_backend_id=)! failover_host(context,volumes,secondary_id=,groups=)! failover_replication(context,group,volumes,secondary_backend_id=)! freeze_backend(context) get_backup_device(context,backup) get_default_filter_function()! 562 get_driver_options() get_filter_function()! 575 get_pool(volume) get_prefixed_property(property) get_replication_error_status(context,groups) 601 get_version() 635 host init_capabilities() 668 initialize_connection_snapshot(snapshot,connector,**)! 669 720 736 pools 825 remove_export_snapshot(context,snapshot)! restore_backup(context,backup,volume,backup_service) 849 secure_file_operations_enabled()! 893 set_initialized() set_throttle() snapshot_remote_attachable()! snapshot_revert_use_temp_snapshot() 922 supports_replication_feature(feature)! target_mapping 936 terminate_connection_snapshot(snapshot,connector,**)! thaw_backend(context) unmanage(volume) 962 update_migrated_volume(ctxt,volume,new_volume,original_volume_status) update_provider_info(volumes,snapshots|volumes) validate_connector(connector)! validate_connector_has_setting(connector,setting)!
  CloneableImageVD clone_image(context,volume,image_location,image_meta,image_service|volume,image_location,image_id,image_meta,image_service)!
  CloneableVD 402
  ConsistencyGroupVD 401 404 443 444
  ExtendVD 508
  FakeISCSIDriver<.ISCSIDriver 262 272 363 403 create_export(context,volume,connector|context,volume)!~ 408 422 create_volume(volume)!~ 426 458 delete_volume(volume)!~ ensure_export(context,volume)!~ 510 666 initialize_connection_snapshot(snapshot,connector)~ local_path(volume)~ remove_export(context,volume)!~ 826 936 937
  FakeISERDriver<.FakeISCSIDriver 510 666
  FibreChannelDriver<.VolumeDriver 273 399 copy_volume_to_image(context,volume,image_service,image_meta)!~ 636 666 982 983
  ISCSIDriver*<.VolumeDriver accept_transfer(context,volume,new_user,new_project|volume)!~ check_for_export(context,volume_id)~ 400 copy_volume_to_image(context,volume,image_service,image_id|context,volume,image_service,image_meta)~ create_export(context,volume)~ ensure_export(context,volume)~ get_target_admin()~ 618 636 667 remove_export(context,volume)~ set_execute(execute)~ 936 982
  ISERDriver<.ISCSIDriver 65 72 _do_iser_discovery _get_iser_properties 262 273 _update_volume_status get_target_admin()~ 618 667
  LocalVD local_path(volume)!
  LoggingVolumeDriver<.VolumeDriver _LOGS all_logs() check_for_export(context,volume_id) 363 clear_logs() create_export(context,volume) 423 459 ensure_export(context,volume) 666 713 log_action(action,parameters)! logs_like(action,**) remove_export(context,volume) terminate_connection(volume,connector)
  ManageableSnapshotsVD get_manageable_snapshots(cinder_snapshots,marker,limit,offset,sort_keys,sort_dirs) manage_existing_snapshot(snapshot,existing_ref) manage_existing_snapshot_get_size(snapshot,existing_ref) 955
  ManageableVD get_manageable_volumes(cinder_volumes,marker,limit,offset,sort_keys,sort_dirs) 721 722 954
  MigrateVD migrate_volume(context,volume,host)!
  ProxyVD _get_driver
  RBDDriver<.VolumeDriver _clone _get_fsid _is_cloneable _parse_location _resize _supports_layering 361 362 clone_image(volume,image_location)~ 400 406 420 423 create_volume_from_snapshot(volume,snapshot)~ 456 459 489 666 713 825 935
  ReplicaV2VD 601 list_replication_targets(context,vref)! replication_disable(context,volume)! replication_enable(context,volume)! replication_failover(context,volume,secondary)!
  ReplicaVD create_replica_test_volume(volume,src_vref)! get_replication_status(context,volume) promote_replica(context,volume)! reenable_replication(context,volume)!
  RetypeVD retype(context,volume,new_type,diff,host)!
  SheepdogDriver<.VolumeDriver 361 362 406 420 423 create_volume_from_snapshot(volume,snapshot) 456 459 489 666 713 825 935
  SnapshotVD 421 425 457
  TransferVD 287
  VolumeDriver<.ManageableVD,.CloneableImageVD,.ManageableSnapshotsVD,.MigrateVD,.BaseVD,.ConsistencyGroupVD,.TransferVD,.ExtendVD,.CloneableVD,.SnapshotVD,.ReplicaVD,.LocalVD,.RetypeVD 51 65 _connect_device _copy_volume _copy_volume_data_cleanup _create_volume _delete_volume 98 _escape_snapshot 120 173 179 _sizestr 262 270 _volume_not_present accept_transfer(context,volume,new_user,new_project)!~ attach_volume(context,volume,instance_uuid,host_name,mountpoint|context,volume_id,instance_uuid,host_name,mountpoint|context,volume_id,instance_uuid,mountpoint)!~ backup_volume(context,backup,backup_service)!~ 361 363 369 clone_image(context,volume,image_location,image_meta,image_service|volume,image_location,image_id,image_meta,image_service|volume,image_location,image_id,image_meta|volume,image_location,image_id|volume,image_location) 382 399 copy_volume_data(context,src_vol,dest_vol,remote=)~ copy_volume_to_image(context,volume,image_service,image_id|context,volume,image_service,image_meta)!~ 401 403 404 405 407 408 create_replica_test_volume(volume,src_vref)!~ 421 424 425 db 443 444 457 460 detach_volume(context,volume|context,volume_id)!~ do_setup(context)!~ 489 507 get_manageable_snapshots(cinder_snapshots,marker,limit,offset,sort_keys,sort_dirs)~ get_manageable_volumes(cinder_volumes,marker,limit,offset,sort_keys,sort_dirs)~ get_pool(volume) get_replication_status(context,volume)~ get_version()~ 636 host initialize_connection(volume,connector,**)! initialize_connection_snapshot(snapshot,connector,**)!~ 669 local_path(volume)! 720 manage_existing_get_size(volume,existing_ref) manage_existing_snapshot(snapshot,existing_ref)~ manage_existing_snapshot_get_size(snapshot,existing_ref)~ 736 pools promote_replica(context,volume)~ reenable_replication(context,volume)~ 825 826 restore_backup(context,backup,volume,backup_service)!~ 849 revert_to_snapshot(context,volume,snapshot)~ secure_file_operations_enabled()!~ 894 set_initialized()~ target_mapping terminate_connection(volume,connector,force=,**)! 937 954 unmanage_snapshot(snapshot)!~ 960 update_migrated_volume(ctxt,volume,new_volume,original_volume_status|ctxt,volume,new_volume)~ validate_connector(connector)!~ 983
ironic apply_configuration clean_steps deploy_steps driver_routes factory_reset service_steps target_raid_config vendor_routes verify_steps
 ironic.drivers.base
  ArgInfo<._ArgInfoRequired required
  BIOSInterface<.BaseInterface apply_configuration(task,settings)! cache_bios_settings(task)! factory_reset(task)! 671
  BareDriver<.BaseDriver all_interfaces bios boot console core_interfaces deploy firmware get_properties()~ inspect management 742 744 optional_interfaces power raid rescue standard_interfaces storage vendor
  BaseDriver all_interfaces boot console core_interfaces deploy get_properties() inspect management 744 power raid rescue standard_interfaces 922 to_hardware_type()! vendor
  BaseInterface _execute_step clean_steps deploy_steps execute_clean_step(task,step) execute_deploy_step(task,step) execute_service_step(task,step) execute_verify_step(task,step) get_clean_steps(task) get_deploy_steps(task) get_properties()! get_service_steps(task) get_verify_steps(task) 671 service_steps 922 validate(task)! verify_steps
  BaseStep<._BaseStepRequired 326
  BootInterface<.BaseInterface 356 clean_up_instance(task)! clean_up_ramdisk(task)! 598 671 prepare_instance(task)! prepare_ramdisk(task,ramdisk_params)! validate(task)!~ 984 validate_rescue(task)~
  CleanStep<.BaseStep,._StepWithAbortAndArgsinfo requires_ramdisk
  ConsoleInterface<.BaseInterface get_console(task,node|task)! 598 671 start_console(task,node|task)! stop_console(task,node|task)! 981
  DeployInterface<.BaseInterface clean_up(task,node|task)! deploy(task,node|task)! 598 heartbeat(task,callback_url,agent_version,agent_verify_ca=,agent_status=,agent_status_message=|task,callback_url)~ 671 prepare(task,node|task)! prepare_cleaning(task)! prepare_service(task)!~ restore_interface(task)!~ supports_deploy(task)~ switch_interface(task)!~ take_over(task,node|task)! tear_down(task,node|task)! tear_down_cleaning(task)! tear_down_service(task)!~ 981
  DeployStep<.BaseStep,._StepWithAbortAndArgsinfo
  FirmwareInterface<.BaseInterface cache_firmware_components(task)! 671 update(task,settings)!
  InspectInterface<.BaseInterface ESSENTIAL_PROPERTIES abort(task)~ continue_inspection(task,inventory,plugin_data=)~ 598 inspect_hardware(task)! 671 validate(task)!~
  ManagementInterface<.BaseInterface attach_virtual_media(task,device_type,image_url)~ detach_virtual_media(task,device_types=)~ detect_vendor(task)~ get_boot_device(task)! get_boot_mode(task)~ get_indicator_state(task,component,indicator)~ get_mac_addresses(task)~ get_node_health(task)~ 598 get_secure_boot_state(task)~ get_sensors_data(task)! get_supported_boot_devices(task|)! get_supported_boot_devices_task_arg get_supported_boot_modes(task)~ get_supported_indicators(task,component=)~ get_virtual_media(task)~ inject_nmi(task)~ 671 set_boot_device(task,device,**|task,device,persistent=)! set_boot_mode(task,mode)~ set_indicator_state(task,component,indicator,state)~ set_secure_boot_state(task,state)~ validate(task,node|task)!~
  NetworkInterface<.BaseInterface _deprecated_get_current_vif_shown _deprecated_port_change_shown _deprecated_portgroup_change_shown _deprecated_vif_attach_shown _deprecated_vif_detach_shown _deprecated_vif_list_shown add_cleaning_network(task)! add_inspection_network(task)~ add_provisioning_network(task)! add_rescuing_network(task)~ add_servicing_network(task)~ 356 configure_tenant_networks(task)! get_current_vif(task,p_obj)!~ get_node_network_data(task)~ get_properties() 671 need_power_on(task)~ port_changed(task,port_obj)!~ portgroup_changed(task,portgroup_obj)!~ remove_cleaning_network(task)! remove_inspection_network(task)!~ remove_provisioning_network(task)! remove_rescuing_network(task)!~ remove_servicing_network(task)!~ unconfigure_tenant_networks(task)! validate(task)! 984 validate_rescue(task)!~ vif_attach(task,vif_info)!~ vif_detach(task,vif_id)!~ vif_list(task)!~
  PowerInterface<.BaseInterface get_power_state(task,node|task)! 598 get_supported_power_states(task)~ 671 reboot(task,node|task,timeout=)! set_power_state(task,node,power_state|task,power_state,timeout=)! supports_power_sync(task)~ 981
  RAIDInterface<.BaseInterface apply_configuration(task,raid_config,create_root_volume=,create_nonroot_volumes=,delete_existing=)~ create_configuration(task,create_root_volume=,create_nonroot_volumes=,delete_existing=)! delete_configuration(task)! get_logical_disk_properties() get_properties()! 671 raid_schema validate(task) validate_raid_config(task,raid_config)!~
  RescueInterface<.BaseInterface clean_up(task)!~ 598 671 rescue(task,node|task)! unrescue(task,node|task)! 981
  ServiceStep<.BaseStep,._StepWithAbortAndArgsinfo requires_ramdisk
  StorageInterface<.BaseInterface attach_volumes(task)! detach_volumes(task)! 671 should_write_image(task)!
  VendorInterface<.BaseInterface driver_validate(method,**)! driver_vendor_passthru(context,method,**)~ 598 671 validate(task,method=,**|task,node,**|node,**)! vendor_passthru(task,node,**|task,**)!~
  VerifyStep<.BaseStep
  _ArgInfoRequired*
  _BaseStepRequired*
  _StepWithAbortAndArgsinfo*
manila
 manila.share.driver
  ExecuteMixin 120 270 382 db init_execute_mixin(*,**) 893
  GaneshaMixin 382 init_ganesha_mixin(*,**)
  ShareDriver _admin_network_api _cleanup_group_share_snapshot _collate_share_group_snapshot_info _creating_shares_from_snapshots_is_supported _get_access_mapping _get_access_rule_for_data_copy _get_mount_command _get_mount_command_protocol _get_mount_export _get_mount_ip _get_unmount_command _has_redefined_driver_methods _setup_server _snapshots_are_supported 262 _teardown_server _update_share_stats _update_share_status _validate_driver_mode _verify_share_server_handling add_ip_version_capability(data)! admin_network_api allocate_admin_network(context,share_server,count=,**) allocate_network(context,share_server,share_network,share_network_subnet,count=,**|context,share_server,share_network,count=,**) allow_access(context,share,access,share_server=)! 363 check_update_share_server_network_allocations(context,share_server,current_network_allocations,new_share_network_subnet,security_services,share_instances,share_instances_rules)! check_update_share_server_security_service(context,share_server,network_info,share_instances,share_instance_rules,new_security_service,current_security_service=)! choose_share_server_compatible_with_cg(context,share_servers,cg_ref,cgsnapshot=) choose_share_server_compatible_with_share(context,share_servers,share,snapshot=,share_group=,encryption_key_ref=|context,share_servers,share,snapshot=,consistency_group=) choose_share_server_compatible_with_share_group(context,share_servers,share_group_ref,share_group_snapshot=) 382 connection_get_info(context,share,share_server=) copy_share_data(context,helper,share,share_instance,share_server,new_share_instance,new_share_server,migration_info_src,migration_info_dest) create_backup(context,share_instance,backup,share_server=)! create_backup_continue(context,share_instance,backup,share_server=)! create_cgsnapshot(context,snap_dict,share_server=)! create_consistency_group(context,cg_dict,share_server=)! create_consistency_group_from_cgsnapshot(context,cg_dict,cgsnapshot_dict,share_server=)! create_replica(context,replica_list,new_replica,access_rules,replica_snapshots,share_server=|context,replica_list,new_replica,access_rules,share_server=)! create_replicated_snapshot(context,replica_list,replica_snapshots,share_server=)! create_share(context,share,share_server=)! create_share_from_snapshot(context,share,snapshot,share_server=,parent_share=)! create_share_group(context,share_group_dict,share_server=) create_share_group_from_share_group_snapshot(context,share_group_dict,share_group_snapshot_dict,share_server=) create_share_group_snapshot(context,snap_dict,share_server=) create_snapshot(context,snapshot,share_server=)! creating_shares_from_snapshots_is_supported deallocate_network(context,share_server_id,share_network=,share_network_subnet=) delete_backup(context,backup,share_instance,share_server=|context,backup)! delete_cgsnapshot(context,snap_dict,share_server=)! delete_consistency_group(context,cg_dict,share_server=)! delete_replica(context,replica_list,replica_snapshots,replica,share_server=|context,replica_list,replica,share_server=)! delete_replicated_snapshot(context,replica_list,replica_snapshots,share_server=)! delete_share(context,share,share_server=)! delete_share_group(context,share_group_dict,share_server=)! delete_share_group_snapshot(context,snap_dict,share_server=) delete_snapshot(context,snapshot,share_server=)! deny_access(context,share,access,share_server=)! dhss_mandatory_security_service_association 477 driver_handles_share_servers encryption_support ensure_share(context,share,share_server=)! ensure_shares(context,shares)! extend_share(share,new_size,share_server=)! get_admin_network_allocations_number()! get_backend_info(context)! get_configured_ip_version()! get_configured_ip_versions()! get_default_filter_function(pool=)! 562 get_driver_migration_info(context,share_instance,share_server) get_driver_mode(supported_driver_modes) get_filter_function(pool=)! 575 get_migration_info(context,share_instance,share_server) get_network_allocations_number()! get_optional_share_creation_data(share,share_server=) get_periodic_hook_data(context,share_instances) get_pool(share)! get_share_server_network_info(context,share_server,identifier,driver_options)! get_share_server_pools(share_server) get_share_stats(refresh=) get_share_status(share,share_server=)! init_execute_mixin init_ganesha_mixin 669 ip_version ip_versions ipv6_implemented manage_existing(share,driver_options)! manage_existing_snapshot(snapshot,driver_options)! manage_existing_snapshot_with_server(snapshot,driver_options,share_server=)! manage_existing_with_server(share,driver_options,share_server=)! manage_server(context,share_server,identifier,driver_options)! max_share_server_size max_shares_per_share_server migrate_share(context,share_ref,host,dest_driver_migration_info) migration_cancel(context,source_share,destination_share,source_snapshots,snapshot_mappings,share_server=,destination_share_server=|context,source_share,destination_share,share_server=,destination_share_server=|context,share_ref,share_server,dest_driver_migration_info)! migration_check_compatibility(context,source_share,destination_share,share_server=,destination_share_server=) migration_complete(context,source_share,destination_share,source_snapshots,snapshot_mappings,share_server=,destination_share_server=|context,source_share,destination_share,share_server=,destination_share_server=|context,share_ref,share_server,dest_driver_migration_info)! migration_continue(context,source_share,destination_share,source_snapshots,snapshot_mappings,share_server=,destination_share_server=|context,source_share,destination_share,share_server=,destination_share_server=)! migration_get_driver_info(context,share,share_server) migration_get_info(context,share,share_server) migration_get_progress(context,source_share,destination_share,source_snapshots,snapshot_mappings,share_server=,destination_share_server=|context,source_share,destination_share,share_server=,destination_share_server=|context,share_ref,share_server,dest_driver_migration_info)! migration_start(context,source_share,destination_share,source_snapshots,snapshot_mappings,share_server=,destination_share_server=|context,share_ref,share_server,host,dest_driver_migration_info,notify|context,source_share,destination_share,share_server=,destination_share_server=)! mode network_allocation_update_support network_api pools promote_replica(context,replica_list,replica,access_rules,share_server=,quiesce_wait_time=)! qos_type_support replication_domain restore_backup(context,backup,share_instance,share_server=)! restore_backup_continue(context,backup,share_instance,share_server=)! restore_to_target_support revert_to_replicated_snapshot(context,active_replica,replica_list,active_replica_snapshot,replica_snapshots,share_access_rules,snapshot_access_rules,share_server=|context,active_replica,replica_list,active_replica_snapshot,replica_snapshots,access_rules,share_server=|context,active_replica,replica_list,active_replica_snapshot,replica_snapshots,share_server=)! revert_to_snapshot(context,snapshot,share_access_rules,snapshot_access_rules,share_server=|context,snapshot,access_rules,share_server=|context,snapshot,share_server=)! security_service_update_support setup_server(*,**|network_info,metadata=)! share_replicas_migration_support share_server_migration_cancel(context,src_share_server,dest_share_server,shares,snapshots)! share_server_migration_check_compatibility(context,share_server,dest_host,old_share_network,new_share_network,shares_request_spec) share_server_migration_complete(context,src_share_server,dest_share_server,shares,snapshots,new_network_info)! share_server_migration_continue(context,src_share_server,dest_share_server,shares,snapshots)! share_server_migration_get_progress(context,src_share_server,dest_share_server,shares,snapshots)! share_server_migration_start(context,src_share_server,dest_share_server,shares,snapshots)! shrink_share(share,new_size,share_server=)! snapshot_update_access(context,snapshot,access_rules,add_rules,delete_rules,share_server=)! snapshots_are_supported teardown_server(*,**|server_details,security_services=)! transfer_accept(context,share,new_user,new_project,access_rules=,share_server=)! unmanage(share)! unmanage_server(server_details,security_services=)! 955 unmanage_snapshot_with_server(snapshot,share_server=)! unmanage_with_server(share,share_server=)! update_access(context,share,access_rules,add_rules,delete_rules,update_rules,share_server=|context,share,access_rules,add_rules,delete_rules,share_server=|context,share,access_rules,add_rules=,delete_rules=,share_server=)! update_admin_network_allocation(context,share_server) update_network_allocation(context,share_server) update_replica_state(context,replica_list,replica,access_rules,replica_snapshots,share_server=|context,replica_list,replica,access_rules,share_server=)! update_replicated_snapshot(context,replica_list,share_replica,replica_snapshots,replica_snapshot,share_server=)! update_share_from_metadata(context,share,metadata,share_server=)! update_share_network_subnet_from_metadata(context,share_network,share_network_subnet,share_server,metadata)! update_share_server_network_allocations(context,share_server,current_network_allocations,new_network_allocations,security_services,shares,snapshots)! update_share_server_security_service(context,share_server,network_info,share_instances,share_instance_rules,new_security_service,current_security_service=)! update_share_usage_size(context,shares)
neutron
 neutron.plugins.ml2.driver_api
  ExtensionDriver extend_network_dict(session,base_model,result|session,result)! extend_port_dict(session,base_model,result|session,result)! extend_subnet_dict(session,base_model,result|session,result)! extension_alias extension_aliases 664 process_create_network(plugin_context,data,result|session,data,result)! process_create_port(plugin_context,data,result|session,data,result)! process_create_subnet(plugin_context,data,result|session,data,result)! process_update_network(plugin_context,data,result|session,data,result)! process_update_port(plugin_context,data,result|session,data,result)! process_update_subnet(plugin_context,data,result|session,data,result)!
  ML2TypeDriver<._TypeDriverBase allocate_tenant_segment(context)! 822 reserve_provider_segment(context,segment)!
  NetworkContext 428 network_segments 760
  PortContext 319 binding_levels 350 bound_driver bound_segment 395 428 host 651 742 760 761 762 original_bound_driver original_bound_segment original_host original_status 763 764 original_vif_type 821 segments_to_bind set_binding(segment_id,vif_type,vif_details,status=|segment_id,vif_type,cap_port_filter)! 913 top_bound_segment vif_details vif_type
  SubnetContext 428 760
  TypeDriver<._TypeDriverBase allocate_tenant_segment(session)! get_mtu(physical)!~ get_type()!~ initialize()!~ is_partial_segment(segment)!~ 823 reserve_provider_segment(session,segment)! validate_provider_segment(segment)!~
  _TypeDriverBase get_mtu(physical)! get_type()! 664 682 985
 neutron.services.service_base
  ServicePluginBase* 592 get_plugin_name()!~ get_plugin_type()! get_workers()~
nova
 nova.virt.driver
  ComputeDriver* add_to_aggregate(context,aggregate,host,**)! agent_update(instance,url,md5hash)! attach_interface(context,instance,image_meta,vif|instance,image_meta,network_info|instance,image_meta,vif)! attach_volume(context,connection_info,instance,mountpoint,disk_bus=,device_type=,encryption=|context,connection_info,instance,mountpoint,encryption=|context,instance_id,volume_id,mountpoint|connection_info,instance,mountpoint|connection_info,instance_name,mountpoint)! block_stats(instance,disk_id|instance_name,disk_id)! cache_image(context,image_id)! capabilities_as_traits() change_instance_metadata(context,instance,diff)! check_can_live_migrate_destination(context,instance,src_compute_info,dst_compute_info,block_migration=,disk_over_commit=|ctxt,instance_ref,src_compute_info,dst_compute_info,block_migration=,disk_over_commit=|ctxt,instance_ref,block_migration=,disk_over_commit=)! check_can_live_migrate_destination_cleanup(context,dest_check_data|ctxt,dest_check_data)! check_can_live_migrate_source(context,instance,dest_check_data,block_device_info=|context,instance_ref,dest_check_data,block_device_info=|ctxt,instance_ref,dest_check_data)! check_instance_shared_storage_cleanup(context,data|ctxt,data)! check_instance_shared_storage_local(context,instance|ctxt,instance)! check_instance_shared_storage_remote(context,data|ctxt,data)! check_source_migrate_data_at_dest(ctxt,instance,migrate_data,migration,limits,allocs) clean_networks_preparation(instance,network_info)! cleanup(context,instance,network_info,block_device_info=,destroy_disks=,migrate_data=,destroy_vifs=,destroy_secrets=)! cleanup_host(host)! cleanup_lingering_instance_resources(instance) cleanup_live_migration_destination_check(context,dest_check_data)! compare_cpu(context,cpu_info|cpu_info)! confirm_migration(context,migration,instance,network_info|migration,instance,network_info)! deallocate_networks_on_reschedule(instance) default_device_names_for_instance(instance,root_device_name,*)! default_root_device_name(instance,image_meta,root_bdm)! delete_instance_files(instance) destroy(context,instance,network_info,block_device_info=,destroy_disks=,destroy_secrets=|context,instance,network_info,block_device_info=,destroy_disks=,migrate_data=|instance,network_info,block_device_info=,cleanup=|instance,network_info,block_device_info=,destroy_disks=|instance,network_info,cleanup=|instance,cleanup=)! detach_interface(context,instance,vif|instance,network_info|instance,vif)! detach_volume(context,connection_info,instance,mountpoint,encryption=|connection_info,instance,mountpoint,encryption=|connection_info,instance_name,mountpoint|context,instance_id,volume_id)! dhcp_options_for_instance(instance)! emit_event(event) ensure_filtering_rules_for_instance(instance,network_info|instance_ref,network_info|instance_ref)! estimate_instance_overhead(instance_info) extend_volume(context,connection_info,instance,requested_size|connection_info,instance,requested_size|connection_info,instance)! failed_spawn_cleanup(instance)! filter_defer_apply_off()! filter_defer_apply_on()! finish_migration(context,migration,instance,disk_info,network_info,image_meta,resize_instance,allocations,block_device_info=,power_on=|context,migration,instance,disk_info,network_info,image_meta,resize_instance,block_device_info=,power_on=|context,migration,instance,disk_info,network_info,resize_instance|context,instance,disk_info,network_info,resize_instance)! finish_resize(instance,disk_info)! finish_revert_migration(context,instance,network_info,migration,block_device_info=,power_on=|context,instance,network_info,block_device_info=,power_on=|instance,network_info,block_device_info=,power_on=|instance)! get_ajax_console(instance)! get_all_bw_counters(instances)! get_all_bw_usage(instances,start_time,stop_time=|start_time,stop_time=)! get_all_volume_usage(context,compute_host_bdms)! get_available_nodes(refresh=)! get_available_resource(nodename|)! get_console_output(context,instance|instance)! get_console_pool_info(console_type)! get_device_name_for_instance(instance,bdms,block_device_obj)! get_diagnostics(instance)! get_host_cpu_stats()! get_host_ip_addr()! get_host_stats(refresh=)! get_host_uptime(host|)! get_info(instance,use_cache=|instance_name)! get_instance_diagnostics(instance)! get_instance_disk_info(instance,block_device_info=|instance_name,block_device_info=)! get_instance_driver_metadata(instance,network_info) get_inventory(nodename)! get_mks_console(context,instance)! get_nodenames_by_uuid(refresh=) get_num_instances() get_per_instance_usage() get_rdp_console(context,instance)! get_serial_console(context,instance)! get_spice_console(context,instance|instance)! get_traits(nodename)! get_vnc_console(context,instance|instance)! get_volume_connector(instance)! host_maintenance_mode(host,mode)! host_power_action(host,action|action)! init_host(host)! inject_file(instance,b64_path,b64_contents)! inject_network_info(instance,nw_info|instance)! inject_nmi(instance)! instance_exists(instance|instance_id) instance_on_disk(instance) interface_stats(instance_name,iface_id)! is_node_deleted(nodename) is_supported_fs_format(fs_type) legacy_nwinfo()! list_disks(instance_name)! list_instance_uuids()! list_instances()! list_instances_detail()! list_interfaces(instance_name)! live_migration(context,instance,dest,post_method,recover_method,block_migration=,migrate_data=|ctxt,instance_ref,dest,post_method,recover_method,block_migration=,migrate_data=)! live_migration_abort(instance)! live_migration_force_complete(instance)! live_snapshot(context,instance,image_id,update_task_state)! macs_for_instance(instance) manage_image_cache(context,all_instances|context)! manages_network_binding_host_id() migrate_disk_and_power_off(context,instance,dest,flavor,network_info,block_device_info=,timeout=,retry_interval=|context,instance,dest,instance_type,network_info,block_device_info=|context,instance,dest,instance_type|context,instance,dest|instance,dest)! mount_share(context,instance,share_mapping)! network_binding_host_id(context,instance) node_is_available(nodename) pause(instance,callback|instance)! plug_vifs(instance,network_info)! poll_rebooting_instances(timeout,instances|timeout)! poll_rescued_instances(timeout)! poll_unconfirmed_resizes(resize_confirm_window)! post_claim_migrate_data(context,instance,migrate_data,claim) post_interrupted_snapshot_cleanup(context,instance)! post_live_migration(context,instance,block_device_info,migrate_data=|ctxt,instance_ref,block_device_info,migrate_data=)! post_live_migration_at_destination(context,instance,network_info,block_migration=,block_device_info=|ctxt,instance_ref,network_info,block_migration=,block_device_info=)! post_live_migration_at_source(context,instance,network_info)! power_off(instance,timeout=,retry_interval=)! power_on(context,instance,network_info,block_device_info=,accel_info=,share_info=|instance)! power_update_event(instance,target_power_state)! pre_block_migration(ctxt,instance_ref,disk_info)! pre_live_migration(context,instance,block_device_info,network_info,disk_info,migrate_data|context,instance,block_device_info,network_info,disk_info,migrate_data=|ctxt,instance,block_device_info,network_info,disk_info,migrate_data=|ctxt,instance_ref,block_device_info,network_info,disk_info,migrate_data=|ctxt,instance_ref,block_device_info,network_info,migrate_data=)! prepare_for_spawn(instance)! prepare_networks_before_block_device_mapping(instance,network_info)! process_instances_at_startup(context,instances) quiesce(context,instance,image_meta)! reboot(context,instance,network_info,reboot_type,block_device_info=,bad_volumes_callback=,accel_info=,share_info=|instance,network_info,reboot_type,block_device_info=|instance,network_info|instance)! rebuild(context,instance,image_meta,injected_files,admin_password,allocations,bdms,detach_block_devices,attach_block_devices,network_info=,evacuate=,block_device_info=,preserve_ephemeral=,accel_uuids=,reimage_boot_volume=|context,instance,image_meta,injected_files,admin_password,allocations,bdms,detach_block_devices,attach_block_devices,network_info=,recreate=,block_device_info=,preserve_ephemeral=|context,instance,image_meta,injected_files,admin_password,bdms,detach_block_devices,attach_block_devices,network_info=,recreate=,block_device_info=,preserve_ephemeral=)! refresh_instance_security_rules(instance)! refresh_provider_fw_rules(security_group_id|)! refresh_security_group_members(security_group_id)! refresh_security_group_rules(security_group_id)! register_event_listener(callback) remove_from_aggregate(context,aggregate,host,**)! rescue(context,instance,network_info,image_meta,rescue_password,block_device_info,share_info|context,instance,network_info,image_meta,rescue_password,block_device_info|context,instance,network_info,image_meta,rescue_password|context,instance,callback,network_info|context,instance,network_info,image_meta|context,instance,network_info|instance,callback,network_info|instance,callback)! reset_network(instance)! resize(instance,flavor)! restore(instance)! resume(context,instance,network_info,block_device_info=,share_info=|instance,network_info,block_device_info=|instance,callback|instance)! resume_state_on_host_boot(context,instance,network_info,share_info,block_device_info=|context,instance,network_info,block_device_info=)! revert_migration(instance)! revert_resize(instance)! rollback_live_migration_at_destination(context,instance,network_info,block_device_info,destroy_disks=,migrate_data=|ctxt,instance_ref,network_info,block_device_info)! rollback_live_migration_at_source(context,instance,migrate_data)! set_admin_password(context,instance,new_pass=|context,instance_id,new_pass=|instance,new_pass)! set_bootable(instance,is_bootable)! set_host_enabled(host,enabled|enabled)! snapshot(context,instance,image_id,update_task_state|context,instance,image_id|instance,image_id)! snapshot_instance(context,instance_id,image_id)! soft_delete(instance)! spawn(context,instance,image_meta,injected_files,admin_password,allocations,network_info=,block_device_info=,power_on=,accel_info=|context,instance,image_meta,injected_files,admin_password,network_info=,block_device_info=,flavor=|context,instance,image_meta,network_info=,block_device_info=|context,instance,network_info=,block_device_info=|instance,network_info,block_device_mapping=|instance,network_info=,block_device_mapping=)! suspend(context,instance|instance,callback|instance)! swap_volume(context,old_connection_info,new_connection_info,instance,mountpoint,resize_to|old_connection_info,new_connection_info,instance,mountpoint,resize_to|old_connection_info,new_connection_info,instance,mountpoint)! trigger_crash_dump(instance)! umount_share(context,instance,share_mapping)! undo_aggregate_operation(context,op,aggregate,host,set_error=|context,op,aggregate_id,host,set_error=)! unfilter_instance(instance,network_info|instance)! unpause(instance,callback|instance)! unplug_vifs(instance,network_info)! unquiesce(context,instance,image_meta)! unrescue(instance,callback,network_info|context,instance|instance,callback|instance,network_info)! update_available_resource(ctxt,host)! update_host_status()! update_provider_tree(provider_tree,nodename,allocations=)! volume_snapshot_create(context,instance,volume_id,create_info)! volume_snapshot_delete(context,instance,volume_id,snapshot_id,delete_info)!
  FlavorMeta*
  ImageMeta* from_instance(instance)>.ImageMeta
  InstanceDriverMetadata*
  InstanceInfo 740 state
  NovaInstanceMeta*
  OwnerMeta*
`;
